// Regions that something is in, by id.
MATCH (r:Region)
OPTIONAL MATCH (p:Plan)-[:COVERS]->(r)
RETURN r.id AS id, r.name AS name, count(DISTINCT p.root) AS plans
ORDER BY id SKIP $offset LIMIT $limit
