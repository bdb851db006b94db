// Indicators of some tasks, in printed order.
UNWIND $ids AS i
MATCH (t:Task {id: i})-[:TARGETS]->(n:Indicator)
RETURN t.id AS task, n.id AS id, n.sort AS sort
ORDER BY task, sort, id
