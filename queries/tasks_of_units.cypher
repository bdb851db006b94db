// title: 几个单位的任务,可限定方案、年份
// param unit: list of unit — 单位的编号、名称或别名 — e.g. 市工信局
// param roles: list of role = lead, support, responsible — 角色:lead 牵头、support 配合、responsible 负责 — e.g. lead
// param plan: list of plan =  — 方案或附件(可多个,不填为全部) — e.g. plan-id
// param year: list of int =  — 年份(可多个,不填为全部) — e.g. 2031
// param task: list of task =  — 只看这些任务(不填为全部) — e.g. task-id
// param deadline: list of text =  — 完成时限,照原文(可多个,不填为全部) — e.g. 年底前
// columns: task text, title text, part text, path list of text, role text, unit text, name text, deadline text, plan text, plan_title text
// count: UNWIND $unit AS one MATCH (u:Unit {id: one})<-[a:ASSIGNED]-(t:Task)<-[:HAS_TASK]-(p:Plan)
//   WHERE a.role IN $roles AND (size($plan) = 0 OR p.id IN $plan OR p.root IN $plan)
//   AND (size($year) = 0 OR p.year IN $year) AND (size($task) = 0 OR t.id IN $task)
//   AND (size($deadline) = 0 OR t.deadline IN $deadline)
//   WITH DISTINCT u.id AS unit, t.id AS task, a.role AS role, a.sort AS sort RETURN count(*) AS total
// each: unit
// One unit after the other: Ladybug 0.22 loses rows where IN on a node, IN on its edge and a further hop meet.
UNWIND $unit AS one
MATCH (u:Unit {id: one})<-[a:ASSIGNED]-(t:Task)<-[:HAS_TASK]-(p:Plan)
WHERE a.role IN $roles
  AND (size($plan) = 0 OR p.id IN $plan OR p.root IN $plan)
  AND (size($year) = 0 OR p.year IN $year)
  AND (size($task) = 0 OR t.id IN $task)
  AND (size($deadline) = 0 OR t.deadline IN $deadline)
RETURN DISTINCT t.id AS task, t.title AS title, t.part AS part, t.path AS path, a.role AS role, u.id AS unit,
       u.name AS name, t.deadline AS deadline, p.id AS plan, p.title AS plan_title, a.sort AS sort
ORDER BY sort, task, unit, role SKIP $offset LIMIT $limit
