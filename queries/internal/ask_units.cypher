// What a question may call a unit.
MATCH (u:Unit)-[:IN_REGION]->(r:Region)
OPTIONAL MATCH (u)-[:PERFORMS]->(f:Function)
RETURN u.id AS id, u.name AS name, u.aliases AS aliases, u.kind AS kind, r.id AS region, collect(f.id) AS functions
ORDER BY id
