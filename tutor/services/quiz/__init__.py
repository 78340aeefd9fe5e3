"""Questions asked of learners: which ones, how they are answered, and what is said to the answers."""
