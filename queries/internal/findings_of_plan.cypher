// The findings of the documents that a plan or annex stands in.
MATCH (p:Plan {id: $plan})<-[:CONTAINS]-(d:Document)-[:HAS_FINDING]->(f:Finding)
RETURN f.id AS id, d.id AS document, d.file_name AS file_name, f.code AS code, f.severity AS severity,
       f.message AS message, f.start AS start, f.stop AS stop
ORDER BY document, id
