// What a person calls a task: id, name or alias.
MATCH (n:Task {id: $text})
RETURN n.id AS id, n.title AS name ORDER BY id LIMIT $most
