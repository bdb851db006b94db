"""`python -m zeren`."""

from zeren.cli import main

if __name__ == "__main__":
    main()
