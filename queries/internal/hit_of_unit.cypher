// A unit that a search found.
MATCH (n:Unit {id: $id})-[:IN_REGION]->(r:Region)
RETURN n.id AS id, n.name AS name, '' AS text, r.name AS place
ORDER BY id, place
