// How many tasks and headings each plan or annex has.
MATCH (p:Plan)-[:HAS_TASK]->(:Task)
RETURN p.id AS plan, count(*) AS tasks
ORDER BY plan
