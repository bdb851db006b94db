// Functions of one unit.
MATCH (u:Unit {id: $id})-[:PERFORMS]->(f:Function)
RETURN u.id AS unit, f.id AS id, f.name AS name
ORDER BY unit, id
