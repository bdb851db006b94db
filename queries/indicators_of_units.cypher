// title: 几个单位要完成的指标,可限定方案、年份
// param unit: list of unit — 单位的编号、名称或别名 — e.g. 市工信局
// param roles: list of role = lead, responsible — 角色 — e.g. lead
// param plan: list of plan =  — 方案或附件(可多个,不填为全部) — e.g. plan-id
// param year: list of int =  — 年份(可多个,不填为全部) — e.g. 2031
// columns: indicator text, name text, op text, value float, value_max float, unit text, role text, raw text, part text, path list of text, plan text, plan_title text
// count: UNWIND $unit AS one MATCH (u:Unit {id: one})-[a:ANSWERS_FOR]->(i:Indicator)<-[:SETS]-(p:Plan)
//   WHERE a.role IN $roles AND (size($plan) = 0 OR p.id IN $plan OR p.root IN $plan)
//   AND (size($year) = 0 OR p.year IN $year)
//   WITH DISTINCT i.id AS indicator, a.role AS role RETURN count(*) AS total
// each: unit
UNWIND $unit AS one
MATCH (u:Unit {id: one})-[a:ANSWERS_FOR]->(i:Indicator)<-[:SETS]-(p:Plan)
WHERE a.role IN $roles
  AND (size($plan) = 0 OR p.id IN $plan OR p.root IN $plan)
  AND (size($year) = 0 OR p.year IN $year)
RETURN DISTINCT i.id AS indicator, i.name AS name, i.op AS op, i.value AS value, i.value_max AS value_max,
       i.unit AS unit, a.role AS role, i.raw AS raw, i.part AS part, i.path AS path, p.id AS plan,
       p.title AS plan_title, i.sort AS sort
ORDER BY sort, indicator, role SKIP $offset LIMIT $limit
