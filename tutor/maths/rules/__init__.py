"""The laws: each a pattern with its replacement, or a procedure where a pattern cannot say it."""
