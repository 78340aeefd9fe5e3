"""One use case a file; beside each the small port that it needs."""
