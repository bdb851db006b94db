// title: 两个方案(如同一方案的两年)之间:沿用、删去、新增的任务
// param before: plan — 前一个方案的编号、文号或标题 — e.g. plan-id
// param after: plan — 后一个方案的编号、文号或标题 — e.g. plan-id
// columns: change text, task text, title text, lead list of text, other text, other_title text, other_lead list of text, score float
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE p.root IN [$before, $after] AND $before <> $after
  AND EXISTS { MATCH (t)-[:ASSIGNED]->(:Unit) }
  AND NOT EXISTS { MATCH (t)-[:HAS_SUBTASK*1..5]->(:Task)-[:ASSIGNED]->(:Unit) }
OPTIONAL MATCH (t)-[s:SIMILAR_TO]-(o:Task)<-[:HAS_TASK]-(q:Plan)
WHERE s.score >= s.threshold AND q.root IN [$before, $after] AND q.root <> p.root
WITH p, t, s, o WHERE p.root = $before OR o.id IS NULL
OPTIONAL MATCH (t)-[:ASSIGNED {role: 'lead'}]->(u:Unit)
OPTIONAL MATCH (o)-[:ASSIGNED {role: 'lead'}]->(v:Unit)
RETURN CASE WHEN p.root = $after THEN 'added' WHEN o.id IS NULL THEN 'dropped' ELSE 'kept' END AS change,
       t.id AS task, t.title AS title, collect(DISTINCT u.name) AS lead, o.id AS other, o.title AS other_title,
       collect(DISTINCT v.name) AS other_lead, s.score AS score, t.sort AS sort
ORDER BY change, sort, task, score DESC, other SKIP $offset LIMIT $limit
