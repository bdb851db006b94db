// Regions with the one that each lies in.
MATCH (r:Region)
OPTIONAL MATCH (r)-[:PART_OF]->(upper:Region)
RETURN r.id AS id, r.name AS name, r.level AS level, upper.id AS upper_id
ORDER BY id, upper_id
