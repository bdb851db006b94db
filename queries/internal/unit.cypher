// One unit.
MATCH (u:Unit {id: $id})-[:IN_REGION]->(r:Region)
RETURN u.id AS id, u.name AS name, u.aliases AS aliases, u.kind AS kind, r.id AS region, r.name AS region_name
