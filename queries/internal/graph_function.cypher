// One function, for the middle of a picture.
MATCH (f:Function {id: $function})
RETURN f.id AS id, f.name AS name
