// One unit, for the middle of a picture.
MATCH (u:Unit {id: $unit})
RETURN u.id AS id, u.name AS name, u.aliases AS aliases, u.kind AS kind
