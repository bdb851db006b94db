"""The identity of things: ids that follow from what a thing is, never from when it was loaded."""
