// One task with the plan that it stands in.
MATCH (t:Task {id: $id})<-[:HAS_TASK]-(p:Plan)
RETURN t.id AS id, t.title AS title, t.text AS text, t.part AS part, t.path AS path,
       t.deadline AS deadline, t.due_on AS due_on, t.start AS start, t.stop AS stop,
       p.id AS plan, p.title AS plan_title, p.year AS year, p.root AS root
