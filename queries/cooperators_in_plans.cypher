// title: 与几个单位共同承担任务的单位,可限定方案和角色
// param unit: list of unit — 单位的编号、名称或别名 — e.g. 市工信局
// param roles: list of role = lead, support, responsible — 该单位的角色 — e.g. lead
// param other_roles: list of role = lead, support, responsible — 对方的角色 — e.g. support
// param plan: list of plan =  — 方案或附件(可多个,不填为全部) — e.g. plan-id
// columns: unit text, name text, tasks int
// each: unit
UNWIND $unit AS one
MATCH (u:Unit {id: one})<-[a:ASSIGNED]-(t:Task)-[b:ASSIGNED]->(v:Unit)
WHERE v.id <> u.id AND a.role IN $roles AND b.role IN $other_roles
MATCH (p:Plan)-[:HAS_TASK]->(t)
WHERE size($plan) = 0 OR p.id IN $plan OR p.root IN $plan
RETURN v.id AS unit, v.name AS name, count(DISTINCT t.id) AS tasks
ORDER BY tasks DESC, unit SKIP $offset LIMIT $limit
