// Tasks that units of a function lead, region by region, in the order of their plans.
MATCH (:Function {id: $function})<-[:PERFORMS]-(u:Unit)<-[a:ASSIGNED]-(t:Task)
WHERE a.role = 'lead'
MATCH (u)-[:IN_REGION]->(r:Region)
WHERE size($region) = 0 OR r.id IN $region
RETURN r.id AS region, t.id AS task, t.title AS title, t.sort AS sort, collect(DISTINCT u.name) AS names
ORDER BY region, sort, task SKIP $offset LIMIT $limit
