// How many page_of_unit has.
MATCH (:Task)-[a:ASSIGNED]->(:Unit {id: $id})
WHERE a.role IN $roles
RETURN count(*) AS total
