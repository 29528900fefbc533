"""`python -m careerpaths` is the command line."""

from careerpaths.cli import main

if __name__ == "__main__":
    main()
