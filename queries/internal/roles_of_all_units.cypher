// Number of tasks by role of every unit, in the rows of roles_of_one_unit.
MATCH (u:Unit)<-[a:ASSIGNED]-(:Task)
RETURN u.id AS unit, a.role AS role, count(*) AS total
ORDER BY unit, role
