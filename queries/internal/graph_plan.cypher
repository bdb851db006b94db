// One plan, for the head of a picture.
MATCH (p:Plan {id: $plan})
RETURN p.id AS id, p.title AS title, p.part AS part, p.root AS root, p.doc_number AS doc_number,
       p.issuer AS issuer, p.issued_on AS issued_on
