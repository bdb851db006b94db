// Indicators of the plans and annexes that one document holds.
MATCH (:Document {id: $id})-[:CONTAINS]->(:Plan)-[:SETS]->(i:Indicator)
RETURN count(DISTINCT i.id) AS total
