// Where a merged id lives on.
MATCH (n:Unit) WHERE $id IN n.former_ids
RETURN n.id AS id ORDER BY id LIMIT 1
