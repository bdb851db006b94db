// Number of tasks by role of one unit.
MATCH (u:Unit {id: $id})<-[a:ASSIGNED]-(:Task)
RETURN u.id AS unit, a.role AS role, count(*) AS total
ORDER BY unit, role
