// Plans and annexes in which one of some units has one of some roles.
MATCH (u:Unit)<-[a:ASSIGNED]-(t:Task)<-[:HAS_TASK]-(p:Plan)
WHERE u.id IN $unit AND a.role IN $roles
RETURN DISTINCT p.id AS id
ORDER BY id
