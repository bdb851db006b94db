// Who has which role in one task.
MATCH (t:Task {id: $task})-[a:ASSIGNED]->(u:Unit)
WHERE a.role IN $roles
RETURN t.id AS task, u.id AS unit, u.name AS name, u.aliases AS aliases, u.kind AS kind, a.role AS role
ORDER BY a.sort, u.id, a.role
