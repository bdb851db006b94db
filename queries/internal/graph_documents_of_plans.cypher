// The documents that plans stand in.
MATCH (d:Document)-[:CONTAINS]->(p:Plan)
WHERE p.id IN $plans
RETURN p.id AS plan, d.file_name AS document
ORDER BY p.id, d.id
