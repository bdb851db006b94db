// How many tasks the units of a function have with these roles, and through how many assignments.
MATCH (:Function {id: $function})<-[:PERFORMS]-(u:Unit)<-[a:ASSIGNED]-(t:Task)
WHERE a.role IN $roles
RETURN count(DISTINCT t.id) AS tasks, count(a.sort) AS edges
