"""Making derivations: laws chosen and used one at a time, so that each line follows from the one before it."""
