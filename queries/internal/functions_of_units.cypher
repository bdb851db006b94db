// Functions of some units.
UNWIND $ids AS i
MATCH (u:Unit {id: i})-[:PERFORMS]->(f:Function)
RETURN u.id AS unit, f.id AS id, f.name AS name
ORDER BY unit, id
