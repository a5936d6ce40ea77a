"""Methods as records: those that come with sayso, and files of users that are based on one of them."""

import dataclasses
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml

from sayso.assess.methods.nodes import Nodes
from sayso.assess.methods.rules import RULES
from sayso.errors import UsageError
from sayso.model import Known, Method, Rule, Setting, SettingValue, digest

NAMES = ("airwars", "ucdp", "acled", "every-casualty", "admiralty")
"""The methods that come with sayso, in the order in which they are shown."""
_KNOWN = {"published": Known.PUBLISHED, "code": Known.CODE, "general": Known.GENERAL}
_SHIPPED = ("name", "title", "version", "by", "source", "definitions", "rules", "settings", "vague", "vague_note")
_OWN = ("based_on", "name", "title", "version", "by", "source", "definitions", "settings", "vague", "vague_note")
_SETTING = ("value", "help", "known", "note", "choices", "least", "most")


@cache
def shipped(name: str) -> Method:
    """The method of this name that comes with sayso."""
    subject = f"sayso/knowledge/vocab/methods/{name}.yaml"
    text = files("sayso.knowledge").joinpath("vocab", "methods", f"{name}.yaml").read_text(encoding="utf-8")
    return _sealed(_Shipped(Nodes(subject)).method(text))


def chosen(name_or_file: str) -> Method:
    """The method that a user asks for by its name or by a file of his or her own.

    Raises UsageError, with the line, where there is no such method or the file does not fit.
    """
    name = name_or_file.strip().casefold().replace(" ", "-").replace("_", "-")
    if name in NAMES:
        return shipped(name)
    path = Path(name_or_file)
    if path.suffix in (".yaml", ".yml") or path.exists():
        return own(path)
    raise UsageError(
        "There is no such method.", repr(name_or_file), f"Choose one of {', '.join(NAMES)}, or name a YAML file."
    )


def own(path: Path) -> Method:
    """The method in a user's file: the one that it is based on, with what the file changes."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(
            f"The method cannot be read ({fault}).", str(path), "Check the path, and save it as UTF-8."
        ) from fault
    return _sealed(_Own(Nodes(str(path))).method(text))


def _sealed(method: Method) -> Method:
    """The method with the digest over all that it holds."""
    parts = [method.name, method.title, method.version, method.by, method.source, method.base, method.vague_note]
    for key, value in (*method.definitions, *method.vague):
        parts += [key, str(value)]
    parts += [part for rule in method.rules for part in (rule.key, rule.says)]
    parts += [part for setting in method.settings for part in (setting.name, repr(setting.value))]
    return dataclasses.replace(method, digest=digest(*parts))


class _Shipped:
    """Reads a method that comes with sayso."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes

    def method(self, text: str) -> Method:
        nodes = self._nodes
        held = nodes.mapping(nodes.root(text), _SHIPPED, "a method")
        words = {key: nodes.text(held[key], key) for key in ("name", "title", "version", "by", "source", "vague_note")}
        return Method(
            name=words["name"],
            title=words["title"],
            version=words["version"],
            by=words["by"],
            source=words["source"],
            base=words["name"],
            definitions=tuple(_pairs(nodes, held["definitions"], "definitions").items()),
            vague=tuple(_numbers(nodes, held["vague"]).items()),
            vague_note=words["vague_note"],
            rules=tuple(self._rule(node, words["name"]) for node in _listed(nodes, held["rules"])),
            settings=tuple(
                self._setting(name, node) for name, node in nodes.mapping(held["settings"], None, "settings").items()
            ),
            digest="",
        )

    def _rule(self, node: yaml.Node, method: str) -> Rule:
        held = self._nodes.mapping(node, ("rule", "known", "source"), "a rule")
        key = self._nodes.text(held["rule"], "rule")
        says = RULES[method].get(key)
        if says is None:
            raise self._nodes.fault(f'No code applies the rule "{key}".', node, "Install sayso again.")
        known = _KNOWN[self._nodes.text(held["known"], "known")]
        return Rule(key, says, known, self._nodes.text(held["source"], "source"))

    def _setting(self, name: str, node: yaml.Node) -> Setting:
        nodes = self._nodes
        held = nodes.mapping(node, _SETTING, f"the setting {name}")
        choices = nodes.value(held["choices"], "choices") if "choices" in held else ()
        return Setting(
            name=name,
            value=nodes.value(held["value"], name),
            help=nodes.text(held["help"], "help"),
            known=_KNOWN[nodes.text(held["known"], "known")],
            note=nodes.text(held["note"], "note") if "note" in held else "",
            choices=choices if isinstance(choices, tuple) else (),
            least=_bound(nodes, held, "least"),
            most=_bound(nodes, held, "most"),
        )


class _Own:
    """Reads a user's file."""

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes

    def method(self, text: str) -> Method:
        nodes = self._nodes
        root = nodes.root(text)
        held = nodes.mapping(root, _OWN, "a method of your own")
        for key in ("based_on", "name", "version"):
            if key not in held:
                raise nodes.fault(f'A method of your own needs "{key}".', root, f"Add a line: {key}: ...")
        base = self._base(held["based_on"])
        name = nodes.text(held["name"], "name")
        if name in NAMES:
            raise nodes.fault(
                f'"{name}" is the name of a method that comes with sayso.', held["name"], "Choose another."
            )
        words = {key: nodes.text(held[key], key) for key in ("title", "by", "source", "vague_note") if key in held}
        title = words.get("title", name)
        return dataclasses.replace(
            base,
            name=name,
            title=title,
            version=nodes.text(held["version"], "version"),
            by=words.get("by", f"by {title}’s rule, after {base.title}"),
            source=words.get("source", f"based on {base.title} {base.version}: {base.source}"),
            definitions=self._definitions(base, held),
            vague=tuple({**dict(base.vague), **self._vague(held)}.items()),
            vague_note=words.get("vague_note", base.vague_note),
            settings=self._settings(base, held),
        )

    def _base(self, node: yaml.Node) -> Method:
        name = self._nodes.text(node, "based_on")
        if name not in NAMES:
            raise self._nodes.fault(f'There is no method "{name}" to build on.', node, f"Choose: {', '.join(NAMES)}.")
        return shipped(name)

    def _definitions(self, base: Method, held: Mapping[str, yaml.Node]) -> tuple[tuple[str, str], ...]:
        own = _pairs(self._nodes, held["definitions"], "definitions") if "definitions" in held else {}
        return tuple({**dict(base.definitions), **own}.items())

    def _vague(self, held: Mapping[str, yaml.Node]) -> dict[str, int]:
        return _numbers(self._nodes, held["vague"]) if "vague" in held else {}

    def _settings(self, base: Method, held: Mapping[str, yaml.Node]) -> tuple[Setting, ...]:
        if "settings" not in held:
            return base.settings
        names = tuple(setting.name for setting in base.settings)
        own = self._nodes.mapping(held["settings"], names, f"the settings of {base.name}")
        return tuple(self._changed(setting, own) for setting in base.settings)

    def _changed(self, setting: Setting, own: Mapping[str, yaml.Node]) -> Setting:
        if setting.name not in own:
            return setting
        node = own[setting.name]
        value = self._nodes.value(node, setting.name)
        fault = unfit(setting, value)
        if fault:
            raise self._nodes.fault(f"{setting.name} {fault}.", node, f"It means: {setting.help}")
        return dataclasses.replace(setting, value=value)


def unfit(setting: Setting, value: SettingValue) -> str | None:
    """Why a value does not fit a setting; None where it does."""
    kind = _kind(setting.value)
    if _kind(value) != kind and not (kind == "a number" and _kind(value) == "a whole number"):
        return f"must be {kind}"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if setting.least is not None and value < setting.least:
            return f"must be at least {setting.least:g}"
        if setting.most is not None and value > setting.most:
            return f"must be at most {setting.most:g}"
    if setting.choices:
        strange = [one for one in (value if isinstance(value, tuple) else (value,)) if one not in setting.choices]
        if strange:
            return f"cannot be “{strange[0]}” (it can be: {', '.join(setting.choices)})"
    return None


def _kind(value: SettingValue) -> str:
    match value:
        case bool():
            return "true or false"
        case int():
            return "a whole number"
        case float():
            return "a number"
        case str():
            return "words"
    return "a list of words"


def _pairs(nodes: Nodes, node: yaml.Node, what: str) -> dict[str, str]:
    return {key: nodes.text(value, key) for key, value in nodes.mapping(node, None, what).items()}


def _numbers(nodes: Nodes, node: yaml.Node) -> dict[str, int]:
    return {
        key.casefold(): nodes.whole(value, f"The number for “{key}”")
        for key, value in nodes.mapping(node, None, "vague").items()
    }


def _listed(nodes: Nodes, node: yaml.Node) -> Sequence[yaml.Node]:
    if not isinstance(node, yaml.SequenceNode):
        raise nodes.fault("This must be a list.", node)
    items: Sequence[yaml.Node] = node.value
    return items


def _bound(nodes: Nodes, held: Mapping[str, yaml.Node], name: str) -> float | None:
    value = nodes.value(held[name], name) if name in held else None
    return float(value) if isinstance(value, (int, float)) else None
