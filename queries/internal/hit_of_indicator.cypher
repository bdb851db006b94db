// An indicator that a search found.
MATCH (p:Plan)-[:SETS]->(n:Indicator {id: $id})
RETURN n.id AS id, n.name AS name, n.raw AS text, p.title AS place
ORDER BY id, place
