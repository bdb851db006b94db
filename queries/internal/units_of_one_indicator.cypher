// Units that lead or are responsible for the task of one indicator.
MATCH (n:Indicator {id: $id})<-[a:ANSWERS_FOR]-(u:Unit)
WHERE a.role <> 'support'
RETURN n.id AS indicator, u.id AS id, u.name AS name
ORDER BY indicator, id
