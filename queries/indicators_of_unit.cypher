// title: 一个单位要完成的指标
// param unit: unit — 单位的编号、名称或别名 — e.g. 市工信局
// param roles: list of role = lead, responsible — 角色 — e.g. lead
// columns: indicator text, name text, op text, value float, value_max float, unit text, role text, raw text, plan text, plan_title text
// count: MATCH (:Unit {id: $unit})-[a:ANSWERS_FOR]->(:Indicator) WHERE a.role IN $roles RETURN count(*) AS total
MATCH (:Unit {id: $unit})-[a:ANSWERS_FOR]->(i:Indicator)
WHERE a.role IN $roles
MATCH (p:Plan)-[:SETS]->(i)
RETURN i.id AS indicator, i.name AS name, i.op AS op, i.value AS value, i.value_max AS value_max,
       i.unit AS unit, a.role AS role, i.raw AS raw, p.id AS plan, p.title AS plan_title, i.sort AS sort
ORDER BY sort, indicator SKIP $offset LIMIT $limit
