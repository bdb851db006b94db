// The task above one task and those right below it.
MATCH (t:Task)-[:HAS_SUBTASK]->(:Task {id: $id})
RETURN 'above' AS side, t.id AS id, t.title AS title, t.text AS text, t.path AS path, t.sort AS sort
UNION ALL
MATCH (:Task {id: $id})-[:HAS_SUBTASK]->(t:Task)
RETURN 'below' AS side, t.id AS id, t.title AS title, t.text AS text, t.path AS path, t.sort AS sort
