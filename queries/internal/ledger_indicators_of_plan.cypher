// The indicators that one plan or annex itself sets, with what a ledger says of them.
MATCH (p:Plan {id: $plan})-[:SETS]->(i:Indicator)
RETURN i.id AS id, i.name AS name, i.op AS op, i.value AS value, i.value_max AS value_max, i.unit AS unit,
       i.raw AS raw, i.start AS start, i.sort AS sort
ORDER BY sort, id
