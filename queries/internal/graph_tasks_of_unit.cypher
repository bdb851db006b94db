// The first tasks in which a unit has one role, in document order.
MATCH (u:Unit {id: $unit})<-[a:ASSIGNED]-(t:Task)<-[:HAS_TASK]-(p:Plan)
WHERE a.role = $role
RETURN t.id AS id, t.title AS title, t.text AS text, t.part AS part, t.path AS path,
       t.deadline AS deadline, t.due_on AS due_on, t.start AS start, t.stop AS stop,
       p.id AS plan, p.title AS plan_title, p.root AS root
ORDER BY a.sort, t.id LIMIT $limit
