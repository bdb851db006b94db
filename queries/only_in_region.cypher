// title: 一个地区有而其他地区没有相对应的任务
// param region: region — 地区 — e.g. 青岚市
// columns: task text, title text, path list of text, plan text, plan_title text, year int, lead list of text
MATCH (:Region {id: $region})<-[:COVERS]-(p:Plan)-[:HAS_TASK]->(t:Task)
WHERE EXISTS { MATCH (t)-[:ASSIGNED]->(:Unit) }
  AND NOT EXISTS { MATCH (t)-[:HAS_SUBTASK*1..5]->(:Task)-[:ASSIGNED]->(:Unit) }
  AND NOT EXISTS { MATCH (t)-[s:SIMILAR_TO]->(:Task) WHERE s.across = 'region' AND s.score >= s.threshold }
  AND NOT EXISTS { MATCH (t)<-[s:SIMILAR_TO]-(:Task) WHERE s.across = 'region' AND s.score >= s.threshold }
OPTIONAL MATCH (t)-[:ASSIGNED {role: 'lead'}]->(u:Unit)
RETURN t.id AS task, t.title AS title, t.path AS path, p.id AS plan, p.title AS plan_title, p.year AS year,
       collect(u.name) AS lead, t.sort AS sort
ORDER BY sort, task SKIP $offset LIMIT $limit
