// title: 几个方案或附件里有责任单位的任务,可限定角色、年份
// param plan: list of plan — 方案或附件(可多个) — e.g. plan-id
// param roles: list of role = lead, support, responsible — 有这些角色的任务 — e.g. lead
// param task: list of task =  — 只看这些任务(不填为全部) — e.g. task-id
// columns: task text, title text, part text, path list of text, deadline text, due_on text, plan text, plan_title text
// count: MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
//   WHERE (p.id IN $plan OR p.root IN $plan) AND (size($task) = 0 OR t.id IN $task)
//   MATCH (t)-[a:ASSIGNED]->(:Unit) WHERE a.role IN $roles RETURN count(DISTINCT t.id) AS total
// Ladybug 0.22 scans all of ASSIGNED for an EXISTS: a hop and DISTINCT take a fiftieth of that.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE (p.id IN $plan OR p.root IN $plan) AND (size($task) = 0 OR t.id IN $task)
MATCH (t)-[a:ASSIGNED]->(:Unit)
WHERE a.role IN $roles
RETURN DISTINCT t.id AS task, t.title AS title, t.part AS part, t.path AS path, t.deadline AS deadline,
       t.due_on AS due_on, p.id AS plan, p.title AS plan_title, t.sort AS sort
ORDER BY sort, task SKIP $offset LIMIT $limit
