"""One file a version; each stands for itself and imports nothing of the program, which goes on changing."""
