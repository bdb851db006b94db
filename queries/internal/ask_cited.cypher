// What is only cited: plans that no document holds.
MATCH (p:Plan)
WHERE NOT EXISTS { MATCH (p)<-[:CONTAINS]-(:Document) }
RETURN p.id AS id, p.title AS title, p.doc_number AS doc_number
ORDER BY id
