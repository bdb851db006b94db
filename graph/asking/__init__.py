"""Questions in Chinese become named queries with parameters, by grammar and the graph's own names."""
