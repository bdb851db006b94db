// Regions with units of a function: how many tasks these lead.
MATCH (:Function {id: $function})<-[:PERFORMS]-(u:Unit)-[:IN_REGION]->(r:Region)
OPTIONAL MATCH (u)<-[:ASSIGNED {role: 'lead'}]-(t:Task)
RETURN r.id AS id, r.name AS name, count(DISTINCT t.id) AS tasks
ORDER BY id
