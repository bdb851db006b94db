"""Pictures: a `Subgraph` goes in, HTML or SVG comes out. Knows no store and no Cypher."""
