// Tasks and headings of some plans as a question may describe them, with the number of their units; in any order.
MATCH (p:Plan)-[:HAS_TASK]->(t:Task)
WHERE p.id IN $plans
OPTIONAL MATCH (t)-[a:ASSIGNED]->(:Unit)
RETURN t.id AS id, t.title AS title, t.text AS text, t.path AS path, p.id AS plan, t.sort AS sort, count(a) AS units
