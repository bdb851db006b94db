// title: 两个单位之间最短的合作链(经过哪些单位)
// param from: unit — 起点单位的编号、名称或别名 — e.g. 市工信局
// param to: unit — 终点单位的编号、名称或别名 — e.g. 市财政局
// columns: steps int, via text, via_name text, second text, second_name text, tasks int
// Chains of one to three shared tasks, all of the shortest length; `tasks` are those shared with the first unit.
// Bounded steps, since the engines write a shortest path each in its own way.
MATCH (b:Unit {id: $to})<-[:ASSIGNED]-(r:Task)-[:ASSIGNED]->(n:Unit)
WHERE n.id <> $to AND $from <> $to
WITH collect(DISTINCT n.id) AS near
MATCH (a:Unit {id: $from})<-[:ASSIGNED]-(t:Task)-[:ASSIGNED]->(v:Unit)
WHERE v.id <> $from
WITH near, v, count(DISTINCT t.id) AS tasks
WITH v, tasks, near, CASE WHEN v.id = $to THEN 1 WHEN v.id IN near THEN 2 ELSE 3 END AS far
WITH near, min(far) AS steps, collect({id: v.id, name: v.name, tasks: tasks, far: far}) AS first
UNWIND first AS f
WITH near, steps, f WHERE f.far = steps
MATCH (v:Unit {id: f.id})<-[:ASSIGNED]-(s:Task)
MATCH (s)-[:ASSIGNED]->(w:Unit)
WHERE (steps < 3 AND w.id = $to) OR (steps = 3 AND w.id IN near)
WITH DISTINCT steps, f, w
RETURN steps, CASE steps WHEN 1 THEN '' ELSE f.id END AS via, CASE steps WHEN 1 THEN '' ELSE f.name END AS via_name,
       CASE steps WHEN 3 THEN w.id ELSE '' END AS second, CASE steps WHEN 3 THEN w.name ELSE '' END AS second_name,
       f.tasks AS tasks
ORDER BY tasks DESC, via, second SKIP $offset LIMIT $limit
