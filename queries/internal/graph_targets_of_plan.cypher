// Which tasks of one plan or annex aim at which indicators.
MATCH (p:Plan {id: $plan})-[:HAS_TASK]->(t:Task)-[:TARGETS]->(i:Indicator)
RETURN t.id AS task, i.id AS indicator
ORDER BY t.id, i.id
