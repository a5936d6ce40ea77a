"""A number with its noun; light, because every command says such a thing at its end."""


def count(number: int, one: str, many: str | None = None) -> str:
    """A number with the noun that agrees with it ("1 report", "2,000 reports")."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
