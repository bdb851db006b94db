// Functions of every unit, in the rows of functions_of_one_unit.
MATCH (u:Unit)-[:PERFORMS]->(f:Function)
RETURN u.id AS unit, f.id AS id, f.name AS name
ORDER BY unit, id
