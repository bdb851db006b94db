// One task with the plan that it stands in.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task {id: $task})
RETURN t.id AS id, t.title AS title, t.text AS text, t.part AS part, t.path AS path,
       t.deadline AS deadline, t.due_on AS due_on, t.start AS start, t.stop AS stop,
       p.id AS plan, p.title AS plan_title, p.root AS root
