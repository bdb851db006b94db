// Functions that a unit performs, by id.
MATCH (f:Function)<-[:PERFORMS]-(u:Unit)
RETURN f.id AS id, f.name AS name, count(DISTINCT u.id) AS units
ORDER BY id SKIP $offset LIMIT $limit
