// Indicators of one task; the reader sorts them: sorting in the statement doubles the time.
MATCH (t:Task {id: $id})-[:TARGETS]->(n:Indicator)
RETURN t.id AS task, n.id AS id, n.name AS name, n.op AS op, n.value AS value, n.value_max AS value_max,
       n.unit AS unit, n.amount AS amount, n.measure AS measure, n.raw AS raw, n.start AS start,
       n.stop AS stop, n.sort AS sort
