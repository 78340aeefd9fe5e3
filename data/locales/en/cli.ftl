### The command line.

cli-about = Napier: logarithms and exponentials, every step named and checked.
cli-read-as = Read as: { $expression }
cli-no-such-formula = I know no formula { $what }. `napier list formulas` shows them all.
cli-cannot-read = I could not read that.
