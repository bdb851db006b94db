// title: 一项任务的责任单位
// param task: task — 任务的编号 — e.g. task-id
// columns: unit text, name text, role text, raw text
MATCH (t:Task {id: $task})-[a:ASSIGNED]->(u:Unit)
RETURN u.id AS unit, u.name AS name, a.role AS role, a.raw AS raw, a.position AS position
ORDER BY position, role, unit SKIP $offset LIMIT $limit
