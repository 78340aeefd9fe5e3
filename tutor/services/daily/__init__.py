"""The daily question: when it is due, how it is posted once, what became of it."""
