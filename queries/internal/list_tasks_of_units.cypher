// Tasks in which one of some units has one of some roles.
MATCH (u:Unit)<-[a:ASSIGNED]-(t:Task)<-[:HAS_TASK]-(p:Plan)
WHERE ($q = '' OR t.title CONTAINS $q OR t.text CONTAINS $q)
  AND (size($plan) = 0 OR p.id IN $plan OR p.root IN $plan)
  AND (size($year) = 0 OR p.year IN $year)
  AND (size($region) = 0 OR EXISTS { MATCH (p)-[:COVERS]->(r:Region) WHERE r.id IN $region OR r.name IN $region })
  AND u.id IN $unit AND a.role IN $roles
RETURN DISTINCT t.id AS id, t.sort AS sort
ORDER BY sort, id SKIP $offset LIMIT $limit
