// Things whose name or text holds the words, tasks last; engines differ in what holds an empty one.
MATCH (n:Unit) WHERE $q <> '' AND n.name CONTAINS $q
RETURN 'unit' AS kind, n.id AS id, n.name AS name, '' AS text
UNION ALL
MATCH (n:Plan) WHERE $q <> '' AND n.title CONTAINS $q
RETURN 'plan' AS kind, n.id AS id, n.title AS name, '' AS text
UNION ALL
MATCH (n:Indicator) WHERE $q <> '' AND n.name CONTAINS $q
RETURN 'indicator' AS kind, n.id AS id, n.name AS name, n.raw AS text
UNION ALL
MATCH (n:Task) WHERE $q <> '' AND (n.title CONTAINS $q OR n.text CONTAINS $q)
RETURN 'task' AS kind, n.id AS id, n.title AS name, n.text AS text
