// How many of each kind there are.
MATCH (t:Task) WHERE EXISTS { MATCH (t)-[:ASSIGNED]->(:Unit) } RETURN 'tasks' AS kind, count(*) AS total
UNION ALL
MATCH (u:Unit) RETURN 'units' AS kind, count(*) AS total
UNION ALL
MATCH (i:Indicator) RETURN 'indicators' AS kind, count(*) AS total
UNION ALL
MATCH (:Document)-[:CONTAINS]->(p:Plan) WHERE p.id = p.root RETURN 'plans' AS kind, count(*) AS total
UNION ALL
MATCH (f:Finding) RETURN 'findings' AS kind, count(*) AS total
