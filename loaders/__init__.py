"""Reading: a file goes in, an `Extraction` comes out. Knows no store."""
