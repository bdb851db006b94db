// Plans and annexes in which one of some units has one of some roles.
// One unit after the other: Ladybug 0.22 loses rows where IN on a node, IN on its edge and a further hop meet.
UNWIND $unit AS one
MATCH (u:Unit {id: one})<-[a:ASSIGNED]-(t:Task)<-[:HAS_TASK]-(p:Plan)
WHERE a.role IN $roles
RETURN DISTINCT p.id AS id
ORDER BY id
