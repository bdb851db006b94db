// Plans and annexes in which a unit has one of some roles; the reader asks for one unit after the other.
MATCH (u:Unit {id: $unit})<-[a:ASSIGNED]-(t:Task)<-[:HAS_TASK]-(p:Plan)
WHERE a.role IN $roles
RETURN DISTINCT p.id AS id
ORDER BY id
