// title: 一个条线在各地的任务
// param function: function — 条线名称 — e.g. 教育
// columns: region text, unit text, name text, role text, task text, title text
MATCH (f:Function {id: $function})<-[:PERFORMS]-(u:Unit)-[:IN_REGION]->(r:Region)
MATCH (t:Task)-[a:ASSIGNED]->(u)
RETURN r.name AS region, u.id AS unit, u.name AS name, a.role AS role, t.id AS task, t.title AS title,
       a.sort AS sort
ORDER BY region, unit, sort, role SKIP $offset LIMIT $limit
