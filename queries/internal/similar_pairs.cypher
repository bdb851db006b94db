// Pairs of counterparts, best first; also those below the threshold.
MATCH (a:Task)-[s:SIMILAR_TO]->(b:Task)
RETURN a.id AS one, b.id AS other, s.score AS score, s.threshold AS threshold, s.across AS across
ORDER BY score DESC, one, other
