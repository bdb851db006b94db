// title: 方案一览
// param region: list of region =  — 地区(可多个,不填为全部) — e.g. 青岚市
// param year: list of int =  — 年份(可多个,不填为全部) — e.g. 2031
// columns: plan text, title text, doc_number text, issuer text, issued_on text, region text, tasks int
MATCH (p:Plan)<-[:CONTAINS]-(:Document)
MATCH (p)-[:COVERS]->(r:Region)
WHERE p.id = p.root AND (size($region) = 0 OR r.id IN $region) AND (size($year) = 0 OR p.year IN $year)
OPTIONAL MATCH (part:Plan {root: p.id})-[:HAS_TASK]->(t:Task)
WHERE EXISTS { MATCH (t)-[:ASSIGNED]->(:Unit) }
RETURN p.id AS plan, p.title AS title, p.doc_number AS doc_number, p.issuer AS issuer,
       p.issued_on AS issued_on, r.name AS region, count(DISTINCT t.id) AS tasks
ORDER BY issued_on, plan SKIP $offset LIMIT $limit
