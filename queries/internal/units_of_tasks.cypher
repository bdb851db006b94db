// Units of some tasks, in printed order.
UNWIND $ids AS i
MATCH (t:Task {id: i})-[a:ASSIGNED]->(u:Unit)
RETURN t.id AS task, a.role AS role, u.id AS id, u.name AS name, a.position AS position
ORDER BY task, position, role, id
