// title: 几个方案(含附件)引用的文件
// param plan: list of plan — 方案的编号、文号或标题(可多个) — e.g. plan-id
// columns: plan text, plan_title text, cited text, title text, doc_number text, raw text, start int
// each: plan
UNWIND $plan AS one
MATCH (p:Plan)-[c:CITES]->(q:Plan)
WHERE p.id = one OR p.root = one
RETURN DISTINCT p.id AS plan, p.title AS plan_title, q.id AS cited, c.title AS title, c.doc_number AS doc_number,
       c.raw AS raw, c.start AS start
ORDER BY plan, start, cited, title, raw SKIP $offset LIMIT $limit
