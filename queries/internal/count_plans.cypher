// How many list_plans has.
MATCH (:Document)-[:CONTAINS]->(p:Plan)-[:COVERS]->(r:Region)
WHERE p.id = p.root AND ($q = '' OR p.title CONTAINS $q OR p.doc_number = $q)
  AND (size($region) = 0 OR r.id IN $region OR r.name IN $region) AND (size($year) = 0 OR p.year IN $year)
RETURN count(*) AS total
