"""The REST interface: the routes that a bot uses, each in the file of its noun."""
