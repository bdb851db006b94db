// title: 与一个单位共同承担任务的单位
// param unit: unit — 单位的编号、名称或别名 — e.g. 市工信局
// columns: unit text, name text, tasks int
MATCH (u:Unit {id: $unit})<-[:ASSIGNED]-(t:Task)-[:ASSIGNED]->(v:Unit)
WHERE v.id <> u.id
RETURN v.id AS unit, v.name AS name, count(DISTINCT t.id) AS tasks
ORDER BY tasks DESC, unit SKIP $offset LIMIT $limit
