// How many tasks a ledger has: those that name somebody, and the ones that nobody was named for.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE (size($plan) = 0 OR p.id IN $plan OR p.root IN $plan)
  AND (size($region) = 0 OR EXISTS { MATCH (p)-[:COVERS]->(r:Region) WHERE r.id IN $region OR r.name IN $region })
  AND (EXISTS { MATCH (t)-[a:ASSIGNED]->(:Unit) WHERE a.role IN $roles }
    OR (size($roles) = 3 AND NOT EXISTS { MATCH (t)-[:ASSIGNED]->(:Unit) }
      AND NOT EXISTS { MATCH (t)-[:HAS_SUBTASK]->(:Task) }))
RETURN count(*) AS total
