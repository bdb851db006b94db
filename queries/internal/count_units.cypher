// How many list_units has.
MATCH (u:Unit)-[:IN_REGION]->(r:Region)
WHERE ($q = '' OR u.name CONTAINS $q OR $q IN u.aliases)
  AND (size($kind) = 0 OR u.kind IN $kind)
  AND (size($region) = 0 OR r.id IN $region OR r.name IN $region)
  AND (size($function) = 0 OR EXISTS { MATCH (u)-[:PERFORMS]->(f:Function) WHERE f.id IN $function })
RETURN count(*) AS total
