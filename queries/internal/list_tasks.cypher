// Tasks in the order of plans and documents.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE ($q = '' OR t.title CONTAINS $q OR t.text CONTAINS $q)
  AND (size($plan) = 0 OR p.id IN $plan OR p.root IN $plan)
  AND (size($year) = 0 OR p.year IN $year)
  AND (size($region) = 0 OR EXISTS { MATCH (p)-[:COVERS]->(r:Region) WHERE r.id IN $region OR r.name IN $region })
  AND (size($roles) = 3 OR EXISTS { MATCH (t)-[a:ASSIGNED]->(:Unit) WHERE a.role IN $roles })
RETURN t.id AS id, t.sort AS sort
ORDER BY sort, id SKIP $offset LIMIT $limit
