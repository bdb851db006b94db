// The document and region of some plans.
UNWIND $ids AS i
MATCH (p:Plan {id: i})<-[:CONTAINS]-(d:Document)
OPTIONAL MATCH (p)-[:COVERS]->(r:Region)
RETURN p.id AS plan, d.id AS document, r.name AS region
ORDER BY plan, document, region
