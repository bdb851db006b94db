// The task of some indicators.
UNWIND $ids AS i
MATCH (n:Indicator {id: i})<-[:TARGETS]-(t:Task)
RETURN n.id AS indicator, t.id AS task
ORDER BY indicator, task
