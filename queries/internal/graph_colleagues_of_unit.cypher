// The roles of the other units in some tasks of a unit.
MATCH (u:Unit {id: $unit})<-[a:ASSIGNED]-(t:Task)-[b:ASSIGNED]->(v:Unit)
WHERE t.id IN $tasks AND v.id <> u.id
RETURN DISTINCT t.id AS task, v.id AS unit, v.name AS name, v.aliases AS aliases, v.kind AS kind,
       b.role AS role
ORDER BY task, unit, role
