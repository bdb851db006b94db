// The members of some plans' task forces, each with what the text prints for it; in any order.
MATCH (p:Plan)-[:RUN_BY]->(f:TaskForce)
WHERE p.id IN $plans
MATCH (m:Unit)-[e:MEMBER_OF]->(f)
RETURN p.id AS plan, m.id AS unit, m.name AS name, e.raw AS raw, e.start AS start
