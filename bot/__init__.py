"""The process: settings, wiring, the command line, the workers, pictures and records."""
