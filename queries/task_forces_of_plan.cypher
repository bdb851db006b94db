// title: 方案的工作专班
// param plan: plan — 方案的编号、文号或标题 — e.g. plan-id
// columns: task_force text, name text, leader text, part text, office text, members list of text
MATCH (p:Plan {root: $plan})-[:RUN_BY]->(f:TaskForce)
OPTIONAL MATCH (f)-[:OFFICE_IN]->(o:Unit)
OPTIONAL MATCH (m:Unit)-[:MEMBER_OF]->(f)
RETURN f.id AS task_force, f.name AS name, f.leader AS leader, p.part AS part, o.name AS office,
       collect(m.name) AS members, p.sort AS sort
ORDER BY sort, task_force, office SKIP $offset LIMIT $limit
