"""People: what they can do, and what comes back to them."""
