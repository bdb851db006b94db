// The task of one indicator.
MATCH (n:Indicator {id: $id})<-[:TARGETS]-(t:Task)
RETURN n.id AS indicator, t.id AS task
ORDER BY indicator, task
