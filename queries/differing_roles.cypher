// title: 同一条线在一地牵头、在另一地只配合的任务
// param function: function — 条线名称 — e.g. 教育
// columns: score float, task text, title text, region text, name text, other text, other_title text, other_region text, other_name text, other_lead list of text
// The optional hop on purpose: the embedded engine loses rows where an undirected one ends a chain.
MATCH (:Function {id: $function})<-[:PERFORMS]-(u:Unit)<-[:ASSIGNED {role: 'lead'}]-(t:Task)
OPTIONAL MATCH (t)-[s:SIMILAR_TO]-(o:Task) WHERE s.score >= s.threshold
WITH u, t, s, o WHERE o.id IS NOT NULL
MATCH (o)-[b:ASSIGNED]->(v:Unit)-[:PERFORMS]->(g:Function {id: $function})
WHERE b.role = 'support'
  AND NOT EXISTS { MATCH (o)-[c:ASSIGNED]->(:Unit)-[:PERFORMS]->(:Function {id: $function}) WHERE c.role <> 'support' }
MATCH (t)<-[:HAS_TASK]-(:Plan)-[:COVERS]->(r:Region)
MATCH (o)<-[:HAS_TASK]-(:Plan)-[:COVERS]->(q:Region)
OPTIONAL MATCH (o)-[:ASSIGNED {role: 'lead'}]->(l:Unit)
RETURN s.score AS score, t.id AS task, t.title AS title, r.name AS region, u.name AS name, o.id AS other,
       o.title AS other_title, q.name AS other_region, v.name AS other_name, collect(DISTINCT l.name) AS other_lead,
       u.id AS first, v.id AS second
ORDER BY score DESC, task, other, first, second SKIP $offset LIMIT $limit
