// title: 没有牵头单位的任务
// param plan: list of plan =  — 方案(可多个,不填为全部) — e.g. plan-id
// columns: task text, title text, part text, path list of text, plan text, plan_title text, responsible list of text
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE (size($plan) = 0 OR p.root IN $plan)
  AND NOT EXISTS { MATCH (t)-[a:ASSIGNED {role: 'lead'}]->(:Unit) }
  AND NOT EXISTS { MATCH (t)-[:HAS_SUBTASK]->(:Task) }
OPTIONAL MATCH (t)-[:ASSIGNED {role: 'responsible'}]->(u:Unit)
RETURN t.id AS task, t.title AS title, t.part AS part, t.path AS path, p.id AS plan, p.title AS plan_title,
       collect(u.name) AS responsible, t.sort AS sort
ORDER BY sort, task SKIP $offset LIMIT $limit
