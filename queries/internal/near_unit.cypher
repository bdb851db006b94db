// The nearest units when none has the name.
MATCH (n:Unit) WHERE $text <> '' AND n.name <> '' AND (n.name CONTAINS $text OR $text CONTAINS n.name)
RETURN n.id AS id, n.name AS name ORDER BY id LIMIT $most
