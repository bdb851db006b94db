// Number of tasks by role of some units.
UNWIND $ids AS i
MATCH (u:Unit {id: i})<-[a:ASSIGNED]-(:Task)
RETURN u.id AS unit, a.role AS role, count(*) AS total
ORDER BY unit, role
