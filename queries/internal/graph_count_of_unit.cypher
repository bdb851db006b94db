// How many tasks a unit has with these roles, and how many assignments.
MATCH (u:Unit {id: $unit})<-[a:ASSIGNED]-(t:Task)
WHERE a.role IN $roles
RETURN count(DISTINCT t.id) AS tasks, count(a.sort) AS edges
