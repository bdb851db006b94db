// What tasks print as their deadline.
MATCH (t:Task) WHERE t.deadline <> '' RETURN DISTINCT t.deadline AS deadline ORDER BY deadline
