### The command line.

cli-about = Napier: logarithms and exponentials, every step named and checked.
