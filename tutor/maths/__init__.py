"""The pure domain: expressions, reading, writing, rules, conditions, derivations and their checker."""
