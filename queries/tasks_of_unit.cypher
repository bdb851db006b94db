// title: 一个单位的任务
// param unit: unit — 单位的编号、名称或别名 — e.g. 市工信局
// param roles: list of role = lead, support, responsible — 角色:lead 牵头、support 配合、responsible 负责 — e.g. lead
// columns: task text, title text, path list of text, role text, plan text, plan_title text, deadline text
// count: MATCH (:Task)-[a:ASSIGNED]->(:Unit {id: $unit}) WHERE a.role IN $roles RETURN count(*) AS total
MATCH (t:Task)-[a:ASSIGNED]->(u:Unit {id: $unit})
WHERE a.role IN $roles
MATCH (p:Plan)-[:HAS_TASK]->(t)
RETURN t.id AS task, t.title AS title, t.path AS path, a.role AS role, p.id AS plan, p.title AS plan_title,
       t.deadline AS deadline, a.sort AS sort
ORDER BY sort, role SKIP $offset LIMIT $limit
