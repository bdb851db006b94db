// title: 上级方案的任务下达情况:哪些落到引用它的方案里,哪些没有
// param plan: plan — 上级方案的编号、文号或标题 — e.g. plan-id
// columns: task text, title text, path list of text, lead list of text, below text, below_title text, below_region text, other text, other_title text, score float
MATCH (b:Plan)-[:CITES]->(:Plan {id: $plan})
MATCH (b)-[:COVERS]->(r:Region)
WITH DISTINCT b.id AS below, b.title AS below_title, r.name AS below_region
MATCH (p:Plan {root: $plan})-[:HAS_TASK]->(t:Task)
WHERE below <> $plan AND EXISTS { MATCH (t)-[:ASSIGNED]->(:Unit) }
  AND NOT EXISTS { MATCH (t)-[:HAS_SUBTASK*1..5]->(:Task)-[:ASSIGNED]->(:Unit) }
OPTIONAL MATCH (t)-[s:SIMILAR_TO]-(o:Task)<-[:HAS_TASK]-(q:Plan {root: below})
WHERE s.score >= s.threshold
OPTIONAL MATCH (t)-[:ASSIGNED {role: 'lead'}]->(u:Unit)
RETURN t.id AS task, t.title AS title, t.path AS path, collect(DISTINCT u.name) AS lead, below, below_title,
       below_region, o.id AS other, o.title AS other_title, s.score AS score, t.sort AS sort
ORDER BY below, sort, task, score DESC, other SKIP $offset LIMIT $limit
