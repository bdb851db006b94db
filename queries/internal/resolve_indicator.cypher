// What a person calls a indicator: id, name or alias.
MATCH (n:Indicator {id: $text})
RETURN n.id AS id, n.name AS name ORDER BY id LIMIT $most
