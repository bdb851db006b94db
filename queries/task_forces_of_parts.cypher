// title: 几个方案或附件的工作专班
// param plan: list of plan — 方案或附件(可多个) — e.g. plan-id
// columns: task_force text, name text, leader text, part text, office text, members list of text, plan text, plan_title text
MATCH (p:Plan)-[:RUN_BY]->(f:TaskForce)
WHERE p.id IN $plan
OPTIONAL MATCH (f)-[:OFFICE_IN]->(o:Unit)
OPTIONAL MATCH (m:Unit)-[:MEMBER_OF]->(f)
RETURN f.id AS task_force, f.name AS name, f.leader AS leader, p.part AS part, o.name AS office,
       collect(m.name) AS members, p.id AS plan, p.title AS plan_title, p.sort AS sort
ORDER BY sort, task_force, office SKIP $offset LIMIT $limit
