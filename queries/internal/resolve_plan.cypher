// What a person calls a plan: id, name or alias.
MATCH (n:Plan) WHERE n.id = $text OR (n.doc_number = $text AND n.id = n.root) OR n.title = $text
RETURN n.id AS id, n.title AS name ORDER BY id LIMIT $most
