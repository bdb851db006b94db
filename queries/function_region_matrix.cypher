// title: 各条线在各地牵头的任务数
// columns: function text, region text, region_name text, tasks int
MATCH (f:Function)<-[:PERFORMS]-(u:Unit)<-[a:ASSIGNED]-(t:Task)
WHERE a.role = 'lead'
MATCH (u)-[:IN_REGION]->(r:Region)
RETURN f.id AS function, r.id AS region, r.name AS region_name, count(DISTINCT t.id) AS tasks
ORDER BY function, region SKIP $offset LIMIT $limit
