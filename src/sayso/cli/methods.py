"""`sayso methods`: the published methods with their rules and sources, a user's own file checked, a history read."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sayso.model import Method, Setting

methods = typer.Typer(
    help="Published methods: their rules, sources and settings; your own method checked; a history read.",
    rich_markup_mode=None,
    invoke_without_command=True,
)


@methods.callback()
def listing(context: typer.Context) -> None:
    """Published methods: their rules, sources and settings; your own method checked; a history read."""
    if context.invoked_subcommand is None:
        from sayso.assess.methods import NAMES, shipped

        for name in NAMES:
            method = shipped(name)
            print(f"{method.name}  {method.title}, version {method.version}\n    {method.source}")
            print(f"    {len(method.rules)} rules, {len(method.settings)} settings; its results read “{method.by}”")
        print("\nsayso methods show NAME tells the rules; sayso brief PATH... --method NAME applies them.")


@methods.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME_OR_FILE", help="A method, or a YAML file of your own.")],
) -> None:
    """The rules of a method in the order in which they are applied, with where each is from, and the settings."""
    from sayso.assess.methods import chosen

    print("\n".join(_told(chosen(name))))


def _told(method: "Method") -> list[str]:
    lines = [f"{method.title}, version {method.version}", f"Source: {method.source}", f"Results read: “{method.by}”"]
    if method.base != method.name:
        lines.append(f"Based on: {method.base}")
    lines += ["", "DEFINITIONS", *(f"  {word}: {meaning}" for word, meaning in method.definitions), "", "RULES"]
    for rule in method.rules:
        lines += [f"  {rule.key.replace('_', ' ')}: {rule.says}", f"      [{rule.known.value}: {rule.source}]"]
    lines += ["", "SETTINGS (change them in a file of your own: based_on, name, version, settings)"]
    lines += [line for setting in method.settings for line in _setting(setting)] or ["  none"]
    if method.vague:
        lines += ["", "WORDS WITHOUT A NUMBER", "  " + ", ".join(f"{word} {n:,}" for word, n in method.vague)]
    return [*lines, f"  {method.vague_note}"]


def _setting(setting: "Setting") -> list[str]:
    value = ", ".join(setting.value) if isinstance(setting.value, tuple) else str(setting.value)
    shown = "yes" if setting.value is True else "no" if setting.value is False else value or "none"
    lines = [f"  {setting.name} = {shown}", f"      {setting.help} [{setting.known.value}]"]
    if setting.choices:
        lines.append(f"      Can be: {', '.join(setting.choices)}.")
    return [*lines, *([f"      Note: {setting.note}"] if setting.note else [])]


@methods.command()
def check(path: Annotated[Path, typer.Argument(metavar="FILE", help="A method of your own, as YAML.")]) -> None:
    """Whether a method of your own fits, and what it changes of the one that it is based on."""
    from sayso.assess.methods import own, shipped

    method = own(path)
    base = shipped(method.base)
    print(f"{path}: fits. {method.title}, version {method.version}, based on {base.title} {base.version}.")
    changed = [(s, base.setting(s.name)) for s in method.settings if s.value != base.setting(s.name)]
    for setting, before in changed:
        print(f"  {setting.name}: {_plain(before)} -> {_plain(setting.value)}")
    words = [(word, dict(base.vague).get(word), number) for word, number in method.vague]
    for word, was, number in words:
        if was != number:
            print(f"  “{word}”: {'not read' if was is None else was} -> {number}")
    if not changed and method.vague == base.vague:
        print("  It changes no setting and no number.")


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


@methods.command()
def history(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="A file that --history has kept.")],
    method: Annotated[str | None, typer.Option("--method", help="Only this method.")] = None,
    incident: Annotated[
        str | None, typer.Option("--incident", help="Only incidents with these words in their label.")
    ] = None,
) -> None:
    """What the methods made of each incident over time, why it changed, and whether the file is whole."""
    from sayso.assess.methods import lines, read_history
    from sayso.errors import UsageError

    if not path.exists():
        raise UsageError(
            "There is no such file.", str(path), "Keep one: sayso brief PATH... --method airwars --history FILE"
        )
    entries = read_history(path)
    kept = [
        entry
        for entry in entries
        if method in (None, entry.method) and (incident is None or incident.casefold() in entry.label.casefold())
    ]
    print("\n".join(lines(kept)) or "Nothing fits.")
    print(f"\n{len(entries):,} lines, each linked to the one before: none was changed or taken out.")
