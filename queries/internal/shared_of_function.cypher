// How many of the tasks that units of a function lead have counterparts in other regions.
MATCH (:Function {id: $function})<-[:PERFORMS]-(u:Unit)<-[a:ASSIGNED]-(t:Task)
WHERE a.role = 'lead'
  AND (EXISTS { MATCH (t)-[s:SIMILAR_TO]->(:Task) WHERE s.across = 'region' AND s.score >= s.threshold }
    OR EXISTS { MATCH (t)<-[s:SIMILAR_TO]-(:Task) WHERE s.across = 'region' AND s.score >= s.threshold })
MATCH (u)-[:IN_REGION]->(r:Region)
RETURN r.id AS id, count(DISTINCT t.id) AS shared
ORDER BY id
