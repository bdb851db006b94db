// Where the units of one task are named, in the document's text.
MATCH (t:Task {id: $id})-[a:ASSIGNED]->(u:Unit)
RETURN a.role AS role, u.id AS unit, u.name AS name, a.start AS start, a.stop AS stop
ORDER BY start, role, unit
