// Units of one task; the reader sorts them: sorting in the statement doubles the time.
MATCH (t:Task {id: $id})-[a:ASSIGNED]->(u:Unit)
RETURN t.id AS task, a.role AS role, u.id AS id, u.name AS name, a.position AS position
