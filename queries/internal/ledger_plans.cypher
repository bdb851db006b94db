// Plans and annexes that were loaded, in the order of a ledger.
MATCH (p:Plan)-[:COVERS]->(r:Region)
WHERE (size($plan) = 0 OR p.id IN $plan OR p.root IN $plan)
  AND (size($region) = 0 OR r.id IN $region OR r.name IN $region)
RETURN p.id AS id, p.root AS root, p.part AS part, p.title AS title, p.doc_number AS doc_number,
       r.name AS region, p.sort AS sort
ORDER BY sort, id
