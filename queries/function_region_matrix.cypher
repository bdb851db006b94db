// title: 各条线在各地牵头的任务数
// columns: function text, region text, region_name text, tasks int
MATCH (t:Task)-[a:ASSIGNED]->(u:Unit) WHERE a.role = 'lead'
WITH u, t
MATCH (f:Function)<-[:PERFORMS]-(u)-[:IN_REGION]->(r:Region)
RETURN f.id AS function, r.id AS region, r.name AS region_name, count(DISTINCT t) AS tasks
ORDER BY function, region SKIP $offset LIMIT $limit
