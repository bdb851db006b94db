// Root plans that were loaded, by date of issue.
MATCH (:Document)-[:CONTAINS]->(p:Plan)-[:COVERS]->(r:Region)
WHERE p.id = p.root AND ($q = '' OR p.title CONTAINS $q OR p.doc_number = $q)
  AND (size($region) = 0 OR r.id IN $region OR r.name IN $region) AND (size($year) = 0 OR p.year IN $year)
RETURN p.id AS id, p.title AS title, p.doc_number AS doc_number, p.issuer AS issuer,
       p.issued_on AS issued_on, p.year AS year, r.id AS region, r.name AS region_name
ORDER BY issued_on, id SKIP $offset LIMIT $limit
