// title: 一个指标分解到各地区
// param indicator: indicator — 指标的编号 — e.g. indicator-id
// columns: region text, name text, value float, unit text, raw text
MATCH (i:Indicator {id: $indicator})-[b:BREAKS_DOWN]->(r:Region)
RETURN r.id AS region, r.name AS name, b.value AS value, i.unit AS unit, b.raw AS raw, b.start AS start
ORDER BY start, region SKIP $offset LIMIT $limit
