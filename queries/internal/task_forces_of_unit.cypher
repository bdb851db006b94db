// Task forces that a unit belongs to: as their office, as a member.
MATCH (p:Plan)-[:RUN_BY]->(f:TaskForce)-[:OFFICE_IN]->(u:Unit {id: $unit})
RETURN f.id AS id, f.name AS name, 'office' AS part_in, p.id AS plan, p.title AS title, p.part AS part,
       p.doc_number AS doc_number
UNION ALL
MATCH (p:Plan)-[:RUN_BY]->(f:TaskForce)<-[:MEMBER_OF]-(u:Unit {id: $unit})
RETURN f.id AS id, f.name AS name, 'member' AS part_in, p.id AS plan, p.title AS title, p.part AS part,
       p.doc_number AS doc_number
