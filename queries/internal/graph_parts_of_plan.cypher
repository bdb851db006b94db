// The annexes of a plan.
MATCH (r:Plan {id: $plan})-[:HAS_PART]->(p:Plan)
RETURN p.id AS id, p.title AS title, p.part AS part, p.root AS root, p.doc_number AS doc_number,
       p.issuer AS issuer, p.issued_on AS issued_on
ORDER BY p.sort, p.id
