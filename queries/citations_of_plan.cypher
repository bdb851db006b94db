// title: 方案引用的文件
// param plan: plan — 方案的编号、文号或标题 — e.g. plan-id
// columns: cited text, title text, doc_number text, raw text, start int
MATCH (p:Plan {id: $plan})-[c:CITES]->(q:Plan)
RETURN q.id AS cited, c.title AS title, c.doc_number AS doc_number, c.raw AS raw, c.start AS start
ORDER BY start, cited, title SKIP $offset LIMIT $limit
