"""The registry of sources as YAML: read with the line of each entry, so that a fault can be found."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import yaml

from sayso.errors import KnowledgeError
from sayso.model import Source, SourceKind

_FIELDS = {"id", "name", "kind", "party", "family", "aliases", "also", "country"}
_NULL = "tag:yaml.org,2002:null"
_KINDS = {kind.value: kind for kind in SourceKind}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Entry:
    """A source and the other names that it goes by."""

    source: Source
    aliases: tuple[str, ...]
    country: str | None = None
    """The names mean this source only in reports about that country, or about none that is known."""


def read_builtin() -> tuple[Entry, ...]:
    """The entries of the registry that comes with sayso."""
    subject = "sayso/knowledge/vocab/sources.yaml"
    text = files("sayso.knowledge").joinpath("vocab", "sources.yaml").read_text(encoding="utf-8")
    return tuple(parse_entries(text, subject))


def read_file(path: Path) -> tuple[Entry, ...]:
    """The entries of a user's file; raises KnowledgeError where it cannot be read or is damaged."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise KnowledgeError(
            f"The file of sources cannot be read ({fault}).", str(path), "Check the path, and save it as UTF-8."
        ) from fault
    return tuple(parse_entries(text, str(path)))


def parse_entries(text: str, subject: str) -> Iterator[Entry]:
    """The entries of a YAML list of sources, or of the list under "sources"; KnowledgeError names a fault's line."""
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        where = f"{subject}, line {mark.line + 1}" if mark else subject
        problem = getattr(fault, "problem", None) or "no valid YAML"
        raise KnowledgeError(f"The file is damaged ({problem}).", where, "Mend that line.") from fault
    if isinstance(root, yaml.SequenceNode):
        for node in root.value:
            yield _entry(node, subject)
        return
    if not isinstance(root, yaml.MappingNode):
        raise KnowledgeError("The file must be a list of sources.", subject, "Start each source with '- id:'.")
    for key, value in root.value:
        if getattr(key, "value", None) != "sources":
            continue
        if not isinstance(value, yaml.SequenceNode):
            raise _fault("sources must be a list", subject, value)
        for node in value.value:
            yield _entry(node, subject)


def _fault(what: str, subject: str, node: yaml.Node) -> KnowledgeError:
    line = node.start_mark.line + 1
    return KnowledgeError(f"An entry does not fit: {what}.", f"{subject}, line {line}", "Mend that entry.")


def _entry(node: yaml.Node, subject: str) -> Entry:
    if not isinstance(node, yaml.MappingNode):
        raise _fault("a source must be a mapping with id and name", subject, node)
    values: dict[str, str] = {}
    aliases: tuple[str, ...] = ()
    for key, value in node.value:
        field = str(getattr(key, "value", ""))
        if field not in _FIELDS:
            raise _fault(f'"{field}" is no field of a source (known: {", ".join(sorted(_FIELDS))})', subject, key)
        if getattr(value, "tag", "") == _NULL:
            continue
        if field in ("aliases", "also"):
            aliases += _aliases(value, subject)
        elif isinstance(value, yaml.ScalarNode):
            values[field] = value.value.strip()
        else:
            raise _fault(f"{field} must be one value", subject, value)
    return Entry(_source(values, subject, node), aliases, values.get("country"))


def _aliases(node: yaml.Node, subject: str) -> tuple[str, ...]:
    if not isinstance(node, yaml.SequenceNode) or not all(isinstance(item, yaml.ScalarNode) for item in node.value):
        raise _fault("aliases must be a list of names", subject, node)
    return tuple(item.value for item in node.value)


def _source(values: dict[str, str], subject: str, node: yaml.Node) -> Source:
    for field in ("id", "name"):
        if not values.get(field):
            raise _fault(f"a source needs a value for {field}", subject, node)
    kind = values.get("kind", SourceKind.UNKNOWN.value)
    if kind not in _KINDS:
        raise _fault(f'"{kind}" is no kind of source (known: {", ".join(_KINDS)})', subject, node)
    return Source(values["id"], values["name"], _KINDS[kind], values.get("party"), values.get("family"))
