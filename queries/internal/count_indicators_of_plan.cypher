// Indicators of a plan and its annexes.
MATCH (p:Plan)-[:SETS]->(i:Indicator)
WHERE p.root = $id OR p.id = $id
RETURN count(*) AS total
