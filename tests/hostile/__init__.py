"""Documents made to break a parser: a generator of them, and what must come of each."""
