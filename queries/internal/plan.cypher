// One plan or annex, loaded or only cited.
MATCH (p:Plan {id: $id})
OPTIONAL MATCH (p)-[:COVERS]->(r:Region)
RETURN p.id AS id, p.title AS title, p.doc_number AS doc_number, p.issuer AS issuer,
       p.issued_on AS issued_on, p.year AS year, r.id AS region, r.name AS region_name
ORDER BY region
