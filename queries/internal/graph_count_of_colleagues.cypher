// How many other units share tasks with a unit, and through how many assignments.
MATCH (u:Unit {id: $unit})<-[a:ASSIGNED]-(t:Task)-[b:ASSIGNED]->(v:Unit)
WHERE a.role IN $roles AND v.id <> u.id
RETURN count(DISTINCT v.id) AS units, count(b.sort) AS edges
