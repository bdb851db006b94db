// A task that a search found.
MATCH (p:Plan)-[:HAS_TASK]->(n:Task {id: $id})
RETURN n.id AS id, n.title AS name, n.text AS text, p.title AS place
ORDER BY id, place
