"""`python -m sayso`."""

from sayso.cli import run

if __name__ == "__main__":
    run()
