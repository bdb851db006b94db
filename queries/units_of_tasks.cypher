// title: 几项任务的责任单位,分地区
// param task: list of task — 任务的编号 — e.g. task-id
// columns: region text, task text, title text, part text, path list of text, role text, unit text, name text, raw text, deadline text, plan text, plan_title text
// each: task
UNWIND $task AS one
MATCH (t:Task {id: one})-[a:ASSIGNED]->(u:Unit)
MATCH (t)<-[:HAS_TASK]-(p:Plan)-[:COVERS]->(r:Region)
RETURN DISTINCT r.name AS region, t.id AS task, t.title AS title, t.part AS part, t.path AS path, a.role AS role,
       u.id AS unit, u.name AS name, a.raw AS raw, t.deadline AS deadline, p.id AS plan, p.title AS plan_title, a.sort AS sort
ORDER BY sort, task, role, unit, raw SKIP $offset LIMIT $limit
