// The nearest plans when none has the name.
MATCH (n:Plan) WHERE $text <> '' AND n.title <> '' AND (n.title CONTAINS $text OR $text CONTAINS n.title)
RETURN n.id AS id, n.title AS name ORDER BY id LIMIT $most
