// title: 引用一份文件的方案
// param plan: list of plan — 被引用文件的编号、文号或标题 — e.g. plan-id
// columns: plan text, title text, doc_number text, region text, raw text
MATCH (p:Plan)-[c:CITES]->(q:Plan)
WHERE q.id IN $plan
MATCH (p)-[:COVERS]->(r:Region)
RETURN p.id AS plan, p.title AS title, p.doc_number AS doc_number, r.name AS region, c.raw AS raw, c.start AS start,
       q.id AS cited
ORDER BY plan, start, cited, raw SKIP $offset LIMIT $limit
