// In which plans a unit has how many tasks with which role.
MATCH (:Unit {id: $unit})<-[a:ASSIGNED]-(:Task)<-[:HAS_TASK]-(p:Plan)
WHERE a.role IN $roles
RETURN p.root AS plan, a.role AS role, count(*) AS tasks
ORDER BY plan, role
