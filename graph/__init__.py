"""The graph: its model, the identity of things, the stores, loading, named queries. Knows no HTTP."""
