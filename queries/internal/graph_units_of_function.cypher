// The units that perform a function, with their regions.
MATCH (:Function {id: $function})<-[:PERFORMS]-(u:Unit)-[:IN_REGION]->(r:Region)
RETURN u.id AS id, u.name AS name, u.aliases AS aliases, u.kind AS kind, r.id AS region, r.name AS region_name
ORDER BY region, id
