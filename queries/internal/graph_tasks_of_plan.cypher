// The tasks that stand in one plan or annex itself, in document order.
MATCH (p:Plan {id: $plan})-[:HAS_TASK]->(t:Task)
RETURN t.id AS id, t.title AS title, t.text AS text, t.part AS part, t.path AS path,
       t.deadline AS deadline, t.due_on AS due_on, t.start AS start, t.stop AS stop,
       p.id AS plan, p.title AS plan_title, p.root AS root
ORDER BY t.sort, t.id
