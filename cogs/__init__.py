"""Discord's face: one file per family of commands. Each calls one service and presents its answer."""
