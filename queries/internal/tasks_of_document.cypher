// The tasks of one document with their places in its text.
MATCH (:Document {id: $id})-[:CONTAINS]->(p:Plan)-[:HAS_TASK]->(t:Task)
RETURN t.id AS id, t.title AS title, t.start AS start, t.stop AS stop, t.sort AS sort
ORDER BY sort, id
