// What a person calls a unit: id, name or alias.
MATCH (n:Unit) WHERE n.id = $text OR n.name = $text OR $text IN n.aliases
RETURN n.id AS id, n.name AS name ORDER BY id LIMIT $most
