// Tasks that name somebody, in a plan and its annexes; the units that they name.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:ASSIGNED]->(u:Unit)
WHERE p.root = $id OR p.id = $id
RETURN count(DISTINCT t.id) AS tasks, count(DISTINCT u.id) AS units
