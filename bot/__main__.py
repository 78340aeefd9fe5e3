"""`python -m bot` is `napier`."""

from bot.cli import main

if __name__ == "__main__":
    main()
