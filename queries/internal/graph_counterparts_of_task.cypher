// The tasks that do the same elsewhere or in another year: those from the threshold on.
MATCH (:Task {id: $task})-[s:SIMILAR_TO]-(t:Task)<-[:HAS_TASK]-(p:Plan)
WHERE s.score >= s.threshold
RETURN t.id AS id, t.title AS title, t.text AS text, t.part AS part, t.path AS path,
       t.deadline AS deadline, t.due_on AS due_on, t.start AS start, t.stop AS stop,
       p.id AS plan, p.title AS plan_title, p.root AS root, s.score AS score
ORDER BY score DESC, id
