// The indicators that one task aims at.
MATCH (t:Task {id: $task})-[:TARGETS]->(i:Indicator)
RETURN i.id AS id, i.name AS name, i.raw AS raw, i.part AS part, i.path AS path,
       i.start AS start, i.stop AS stop
ORDER BY i.sort, i.id
