// title: 几个指标的目标值
// param indicator: list of indicator — 指标的编号 — e.g. indicator-id
// columns: indicator text, name text, region text, op text, value float, value_max float, unit text, raw text, start int, part text, path list of text, plan text, plan_title text
// each: indicator
UNWIND $indicator AS one
MATCH (i:Indicator {id: one})<-[:SETS]-(p:Plan)-[:COVERS]->(r:Region)
RETURN DISTINCT i.id AS indicator, i.name AS name, r.name AS region, i.op AS op, i.value AS value,
       i.value_max AS value_max, i.unit AS unit, i.raw AS raw, i.start AS start, i.part AS part, i.path AS path, p.id AS plan,
       p.title AS plan_title, i.sort AS sort
ORDER BY sort, indicator, region SKIP $offset LIMIT $limit
