// The indicators that one plan or annex itself sets.
MATCH (p:Plan {id: $plan})-[:SETS]->(i:Indicator)
RETURN i.id AS id, i.name AS name, i.raw AS raw, i.part AS part, i.path AS path,
       i.start AS start, i.stop AS stop, p.id AS plan, p.title AS plan_title, p.root AS root
ORDER BY i.sort, i.id
