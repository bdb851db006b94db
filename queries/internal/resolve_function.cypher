// What a person calls a function: id, name or alias.
MATCH (n:Function) WHERE n.id = $text OR n.name = $text
RETURN n.id AS id, n.name AS name ORDER BY id LIMIT $most
