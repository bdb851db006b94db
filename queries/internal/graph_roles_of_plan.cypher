// Who has which role in the tasks that stand in one plan or annex itself.
MATCH (p:Plan {id: $plan})-[:HAS_TASK]->(t:Task)-[a:ASSIGNED]->(u:Unit)
WHERE a.role IN $roles
RETURN t.id AS task, u.id AS unit, u.name AS name, u.aliases AS aliases, u.kind AS kind, a.role AS role
ORDER BY a.sort, t.id, u.id, a.role
