// Units by region and name.
MATCH (u:Unit)-[:IN_REGION]->(r:Region)
WHERE ($q = '' OR u.name CONTAINS $q OR $q IN u.aliases)
  AND (size($kind) = 0 OR u.kind IN $kind)
  AND (size($region) = 0 OR r.id IN $region OR r.name IN $region)
  AND (size($function) = 0 OR EXISTS { MATCH (u)-[:PERFORMS]->(f:Function) WHERE f.id IN $function })
RETURN u.id AS id, u.name AS name, u.aliases AS aliases, u.kind AS kind, r.id AS region, r.name AS region_name
ORDER BY region, name, id SKIP $offset LIMIT $limit
