// Who answers for the indicators that one plan or annex itself sets.
MATCH (p:Plan {id: $plan})-[:SETS]->(i:Indicator)<-[a:ANSWERS_FOR]-(u:Unit)
WHERE a.role IN $roles
RETURN i.id AS indicator, u.id AS unit, u.name AS name, u.aliases AS aliases, u.kind AS kind, a.role AS role
ORDER BY i.sort, i.id, u.id, a.role
