// What a person calls a region: id, name or alias.
MATCH (n:Region) WHERE n.id = $text OR n.name = $text
RETURN n.id AS id, n.name AS name ORDER BY id LIMIT $most
