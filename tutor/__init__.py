"""Napier's core: mathematics, words and use cases, without Discord, SQL, drawing or a clock."""
