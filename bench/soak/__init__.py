"""Mixed reading by many users for a long time while documents are loaded: `make soak`."""
