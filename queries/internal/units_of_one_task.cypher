// Units of one task, in printed order.
MATCH (t:Task {id: $id})-[a:ASSIGNED]->(u:Unit)
RETURN t.id AS task, a.role AS role, u.id AS id, u.name AS name, a.position AS position
ORDER BY task, position, role, id
