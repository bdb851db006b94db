// One indicator with the plan that it stands in.
MATCH (n:Indicator {id: $id})<-[:SETS]-(p:Plan)
RETURN n.id AS id, n.name AS name, n.op AS op, n.value AS value, n.value_max AS value_max, n.unit AS unit,
       n.amount AS amount, n.measure AS measure, n.raw AS raw, n.start AS start, n.stop AS stop,
       p.id AS plan, p.title AS plan_title, p.year AS year, p.root AS root
