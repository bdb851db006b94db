// title: 到期前要完成的任务
// param before: date — 截止日期(含当日) — e.g. 2031-12-31
// columns: task text, title text, due_on text, deadline text, plan text, plan_title text
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE t.due_on <> '' AND t.due_on <= $before
RETURN t.id AS task, t.title AS title, t.due_on AS due_on, t.deadline AS deadline, p.id AS plan,
       p.title AS plan_title, t.sort AS sort
ORDER BY due_on, sort, task SKIP $offset LIMIT $limit
