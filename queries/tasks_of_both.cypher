// title: 两方单位共同承担的任务
// param unit: list of unit — 一方单位 — e.g. 市工信局
// param other: list of unit — 另一方单位 — e.g. 市财政局
// param roles: list of role = lead, support, responsible — 一方的角色 — e.g. lead
// param other_roles: list of role = lead, support, responsible — 另一方的角色 — e.g. support
// param plan: list of plan =  — 方案或附件(可多个,不填为全部) — e.g. plan-id
// columns: task text, title text, part text, path list of text, role text, other_role text, unit text, name text, other text, other_name text, plan text, plan_title text
// each: unit, other
UNWIND $unit AS one
UNWIND $other AS two
MATCH (u:Unit {id: one})<-[a:ASSIGNED]-(t:Task)-[b:ASSIGNED]->(v:Unit {id: two})
WHERE v.id <> u.id AND a.role IN $roles AND b.role IN $other_roles
MATCH (p:Plan)-[:HAS_TASK]->(t)
WHERE size($plan) = 0 OR p.id IN $plan OR p.root IN $plan
RETURN DISTINCT t.id AS task, t.title AS title, t.part AS part, t.path AS path, a.role AS role, b.role AS other_role,
       u.id AS unit, u.name AS name, v.id AS other, v.name AS other_name, p.id AS plan, p.title AS plan_title,
       a.sort AS sort
ORDER BY sort, task, unit, other, role, other_role SKIP $offset LIMIT $limit
