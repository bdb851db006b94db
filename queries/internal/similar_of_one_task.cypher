// Counterparts of one task, with the region and year of each; the reader takes those from the threshold on.
MATCH (:Task {id: $id})-[s:SIMILAR_TO]-(o:Task)<-[:HAS_TASK]-(p:Plan)-[:COVERS]->(r:Region)
RETURN $id AS task, o.id AS other, o.title AS title, p.year AS year, r.id AS region, r.name AS region_name,
       s.score AS score, s.threshold AS threshold, s.across AS across
