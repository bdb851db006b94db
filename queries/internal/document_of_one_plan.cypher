// The document and region of one plan.
MATCH (p:Plan {id: $id})<-[:CONTAINS]-(d:Document)
OPTIONAL MATCH (p)-[:COVERS]->(r:Region)
RETURN p.id AS plan, d.id AS document, r.name AS region
ORDER BY plan, document, region
