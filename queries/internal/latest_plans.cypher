// Root plans that were loaded, the latest first; those without a date behind all others.
MATCH (:Document)-[:CONTAINS]->(p:Plan)-[:COVERS]->(r:Region)
WHERE p.id = p.root
RETURN p.id AS id, p.title AS title, p.doc_number AS doc_number, p.issuer AS issuer,
       p.issued_on AS issued_on, p.year AS year, r.id AS region, r.name AS region_name
ORDER BY coalesce(issued_on, '') DESC, id DESC LIMIT $limit
