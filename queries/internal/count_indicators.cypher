// How many list_indicators has.
MATCH (p:Plan)-[:SETS]->(i:Indicator)
WHERE ($q = '' OR i.name CONTAINS $q)
  AND (size($plan) = 0 OR p.id IN $plan OR p.root IN $plan)
  AND (size($year) = 0 OR p.year IN $year)
  AND (size($region) = 0 OR EXISTS { MATCH (p)-[:COVERS]->(r:Region) WHERE r.id IN $region OR r.name IN $region })
  AND (size($unit) = 0 OR EXISTS { MATCH (u:Unit)-[a:ANSWERS_FOR]->(i) WHERE u.id IN $unit AND a.role IN $roles })
RETURN count(*) AS total
