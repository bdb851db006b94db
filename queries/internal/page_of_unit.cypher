// A page of one unit's tasks: ordered by a property of the edge, which needs no other hop.
MATCH (t:Task)-[a:ASSIGNED]->(:Unit {id: $id})
WHERE a.role IN $roles
RETURN t.id AS id, a.role AS role, a.sort AS sort
ORDER BY sort, role SKIP $offset LIMIT $limit
