"""How many are few, and how many are many."""

MANY = 100
"""So many households or schools are to be reached; of fewer, the number mostly says which ones."""

FEW = 20
"""More people than this are no heads of a task force."""
