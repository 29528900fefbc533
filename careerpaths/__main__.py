"""`python -m careerpaths` is the command line."""

if __name__ == "__main__":
    try:
        from careerpaths.cli import main

        main()
    except KeyboardInterrupt:
        raise SystemExit(130) from None
