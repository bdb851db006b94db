// The file and the place in it of every task.
MATCH (t:Task)<-[:HAS_TASK]-(p:Plan)<-[:CONTAINS]-(d:Document)
RETURN t.id AS task, d.file_name AS doc, t.part AS part, t.path AS path, t.title AS title
ORDER BY task
