// Whether there is a task of that id.
MATCH (t:Task {id: $id}) RETURN t.id AS id
