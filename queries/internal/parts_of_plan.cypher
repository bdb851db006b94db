// Annexes of a root plan, in order.
MATCH (p:Plan {id: $id})-[:HAS_PART]->(a:Plan)
RETURN a.id AS id, a.part AS part, a.title AS title, a.sort AS sort
ORDER BY sort, id
