// A plan that a search found, or a policy that is only cited.
MATCH (n:Plan {id: $id})
OPTIONAL MATCH (n)-[:COVERS]->(r:Region)
RETURN n.id AS id, n.title AS name, coalesce(n.doc_number, '') AS text, r.name AS place
ORDER BY id, place
