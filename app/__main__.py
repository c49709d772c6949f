"""`python -m app`: no arguments open the window, a sub-command runs the command line."""

import multiprocessing
import sys


def main() -> int:
    """Entry point of the program; returns the exit code."""
    multiprocessing.freeze_support()
    from app.cli.main import main as run

    return run(sys.argv[1:] or ["window"])


if __name__ == "__main__":
    sys.exit(main())
