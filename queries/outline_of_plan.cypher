// title: 方案的任务提纲
// param plan: plan — 方案的编号、文号或标题 — e.g. plan-id
// columns: task text, part text, path list of text, title text, lead list of text, deadline text
// count: MATCH (:Plan {root: $plan})-[:HAS_TASK]->(t:Task) RETURN count(*) AS total
MATCH (p:Plan {root: $plan})-[:HAS_TASK]->(t:Task)
OPTIONAL MATCH (t)-[a:ASSIGNED {role: 'lead'}]->(u:Unit)
RETURN t.id AS task, t.part AS part, t.path AS path, t.title AS title, collect(u.name) AS lead,
       t.deadline AS deadline, t.sort AS sort
ORDER BY sort, task SKIP $offset LIMIT $limit
