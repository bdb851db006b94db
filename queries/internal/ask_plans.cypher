// What a question may call a plan: loaded plans and annexes with their region and file.
MATCH (d:Document)-[:CONTAINS]->(p:Plan)-[:COVERS]->(r:Region)
RETURN p.id AS id, p.title AS title, p.doc_number AS doc_number, p.year AS year, p.part AS part, p.root AS root,
       r.id AS region, d.file_name AS file_name, d.id AS document, p.sort AS sort
ORDER BY sort, id
