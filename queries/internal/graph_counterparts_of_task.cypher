// The tasks that do the same elsewhere or in another year: those from the threshold on.
// Ladybug 0.22 loses rows where an edge without a direction is filtered and the pattern goes on: hence WITH.
MATCH (:Task {id: $task})-[s:SIMILAR_TO]-(t:Task)<-[:HAS_TASK]-(p:Plan)
WITH t, p, s.score AS score, s.threshold AS threshold
WHERE score >= threshold
RETURN t.id AS id, t.title AS title, t.text AS text, t.part AS part, t.path AS path,
       t.deadline AS deadline, t.due_on AS due_on, t.start AS start, t.stop AS stop,
       p.id AS plan, p.title AS plan_title, p.root AS root, score
ORDER BY score DESC, id
