// Tasks of the plans and annexes that one document holds.
MATCH (:Document {id: $id})-[:CONTAINS]->(:Plan)-[:HAS_TASK]->(t:Task)
RETURN count(DISTINCT t.id) AS total
