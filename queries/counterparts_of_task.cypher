// title: 一项任务在其他地区或年份的对应任务:谁牵头、谁配合、定了什么指标
// param task: task — 任务编号 — e.g. task-id
// param weak: bool = 否 — 也列出门槛以下的 — e.g. 是
// columns: score float, across text, region text, year int, task text, title text, plan text, plan_title text, lead list of text, support list of text, responsible list of text, indicators list of text
MATCH (:Task {id: $task})-[s:SIMILAR_TO]-(o:Task)<-[:HAS_TASK]-(p:Plan)-[:COVERS]->(r:Region)
WITH s.score AS score, s.across AS across, s.threshold AS threshold, o, p, r
WHERE $weak OR score >= threshold
OPTIONAL MATCH (o)-[a:ASSIGNED]->(u:Unit)
OPTIONAL MATCH (o)-[:TARGETS]->(i:Indicator)
RETURN score, across, r.name AS region, p.year AS year, o.id AS task, o.title AS title,
       p.id AS plan, p.title AS plan_title,
       collect(DISTINCT CASE WHEN a.role = 'lead' THEN u.name END) AS lead,
       collect(DISTINCT CASE WHEN a.role = 'support' THEN u.name END) AS support,
       collect(DISTINCT CASE WHEN a.role = 'responsible' THEN u.name END) AS responsible,
       collect(DISTINCT i.raw) AS indicators
ORDER BY score DESC, task SKIP $offset LIMIT $limit
