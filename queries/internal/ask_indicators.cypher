// Indicators as a question may name them; in any order.
MATCH (p:Plan)-[:SETS]->(i:Indicator)
RETURN i.id AS id, i.name AS name, i.raw AS raw, p.id AS plan, i.sort AS sort
