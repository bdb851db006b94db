// The nearest units when none has the name.
MATCH (n:Unit) WHERE n.name CONTAINS $text OR $text CONTAINS n.name
RETURN n.id AS id, n.name AS name ORDER BY id LIMIT $most
