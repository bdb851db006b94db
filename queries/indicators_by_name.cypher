// title: 同名指标在各地的目标值
// param name: text — 指标名称里的字 — e.g. 新增就业
// columns: indicator text, name text, region text, op text, value float, unit text, amount float, measure text, plan text, plan_title text
MATCH (p:Plan)-[:SETS]->(i:Indicator)
WHERE i.name CONTAINS $name
MATCH (p)-[:COVERS]->(r:Region)
RETURN i.id AS indicator, i.name AS name, r.name AS region, i.op AS op, i.value AS value, i.unit AS unit,
       i.amount AS amount, i.measure AS measure, p.id AS plan, p.title AS plan_title
ORDER BY measure, amount DESC, indicator SKIP $offset LIMIT $limit
