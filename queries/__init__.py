"""Named queries, one `.cypher` file each. Data: no Python lives here."""
