// Units of a function with their region.
MATCH (:Function {id: $function})<-[:PERFORMS]-(u:Unit)-[:IN_REGION]->(r:Region)
RETURN r.id AS region, u.id AS id, u.name AS name
ORDER BY region, id
