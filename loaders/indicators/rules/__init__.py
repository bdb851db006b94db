"""The rules by which a number is no target, a module for each thing that they are about."""
