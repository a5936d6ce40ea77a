"""YAML of a method read node by node, so that each fault names its file and line."""

from collections.abc import Mapping

import yaml

from sayso.errors import UsageError
from sayso.model import SettingValue

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"


class Nodes:
    """The nodes of one file."""

    def __init__(self, subject: str) -> None:
        self.subject = subject

    def fault(self, what: str, node: yaml.Node, do: str = "Mend that line.") -> UsageError:
        """An error about one place in the file."""
        return UsageError(what, f"{self.subject}, line {node.start_mark.line + 1}", do)

    def root(self, text: str) -> yaml.Node:
        """The file's one node; raises UsageError where it is no YAML or is empty."""
        try:
            node = yaml.compose(text, Loader=_LOADER)
        except yaml.YAMLError as fault:
            mark = getattr(fault, "problem_mark", None)
            where = f"{self.subject}, line {mark.line + 1}" if mark else self.subject
            problem = getattr(fault, "problem", None) or "no valid YAML"
            raise UsageError(f"The method cannot be read ({problem}).", where, "Mend that line.") from fault
        if node is None:
            raise UsageError("The file is empty.", self.subject, "Start with: based_on: airwars")
        return node

    def mapping(self, node: yaml.Node, known: tuple[str, ...] | None, what: str) -> Mapping[str, yaml.Node]:
        """Keys to nodes; raises UsageError for anything but a mapping, for unknown keys and for one given twice."""
        if not isinstance(node, yaml.MappingNode):
            raise self.fault(f"{what} must be a mapping (key: value).", node)
        found: dict[str, yaml.Node] = {}
        for key, value in node.value:
            name = str(getattr(key, "value", ""))
            if known is not None and name not in known:
                raise self.fault(f'"{name}" is not known in {what}.', key, f"Known here: {', '.join(known)}.")
            if name in found:
                raise self.fault(f'"{name}" is given twice.', key, "Leave one of them out.")
            found[name] = value
        return found

    def text(self, node: yaml.Node, what: str) -> str:
        """Words; raises UsageError for a list, a mapping or nothing."""
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self.fault(f"{what} must be words.", node)
        return " ".join(node.value.split())

    def whole(self, node: yaml.Node, what: str) -> int:
        """A whole number from 0 on."""
        value = self.value(node, what)
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise self.fault(f"{what} must be a whole number from 0 on.", node)
        return value

    def value(self, node: yaml.Node, what: str) -> SettingValue:
        """True or false, a number, words, or a list of words."""
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.text(item, f"Each of {what}") for item in node.value)
        if not isinstance(node, yaml.ScalarNode):
            raise self.fault(f"{what} must be one value or a list.", node)
        match node.tag.removeprefix(_TAG):
            case "bool":
                return node.value.casefold() in ("true", "yes", "on")
            case "int":
                return int(node.value.replace("_", ""), 0)
            case "float":
                return float(node.value.replace("_", ""))
            case "null":
                raise self.fault(f"{what} has no value.", node, "Give one, or leave the line out.")
        return " ".join(node.value.split())
