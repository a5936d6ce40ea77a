"""Every layer imports only what is listed for it, and the list names every layer there is."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "src" / "sayso"
BASE = {"model", "errors", "knowledge"}
STAGES = ("read", "dedupe", "annotate", "attribute", "claims", "link", "assess", "publish")
MAY_IMPORT = {
    "model": {"model"},
    "knowledge": BASE,
    **{stage: BASE | {stage} for stage in STAGES},
    "cli": {*BASE, *STAGES, "cli", "pipeline", "settings", "version"},
}
ALONE = {
    "__init__": {"api", "errors", "model", "pipeline", "version"},
    "__main__": {"cli"},
    "api": {"pipeline", "read", "settings", *BASE},
    "errors": set[str](),
    "pipeline": {*BASE, *STAGES, "prospects", "settings", "version"},
    "prospects": BASE,
    "settings": BASE,
    "version": set[str](),
}
"""The modules beside the folders: `pipeline` alone knows the order of the stages."""


def sayso_imports(source: Path) -> set[str]:
    """First package below `sayso` for each import in the file."""
    found = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source} has a relative import"
            module = node.module or ""
            names = [f"sayso.{alias.name}" for alias in node.names] if module == "sayso" else [module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("sayso.")}
    return found


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_layer_imports_only_what_it_may(layer: str) -> None:
    sources = list((PACKAGE / layer).rglob("*.py"))
    assert sources, f"no code in {layer}"
    for source in sources:
        extra = sayso_imports(source) - MAY_IMPORT[layer]
        assert not extra, f"{source} imports sayso.{', sayso.'.join(sorted(extra))}"


@pytest.mark.parametrize("module", ALONE)
def test_a_module_beside_the_folders_imports_only_what_it_may(module: str) -> None:
    extra = sayso_imports(PACKAGE / f"{module}.py") - ALONE[module]
    assert not extra, f"{module}.py imports sayso.{', sayso.'.join(sorted(extra))}"


def test_every_module_beside_the_folders_is_listed() -> None:
    assert {path.stem for path in PACKAGE.glob("*.py")} == set(ALONE)


def test_all_errors_stand_on_one_screen() -> None:
    found = {
        (path.name, node.name)
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and any(ast.unparse(base).endswith("Error") for base in node.bases)
    }
    assert {file for file, _ in found} == {"errors.py"}


def test_every_folder_is_a_listed_layer() -> None:
    folders = {p.name for p in PACKAGE.iterdir() if p.is_dir() and p.name != "__pycache__"}
    assert folders == set(MAY_IMPORT)


@pytest.mark.parametrize("stage", [*STAGES, "knowledge"])
def test_implementations_never_import_from_their_own_package_door(stage: str) -> None:
    for source in (PACKAGE / stage).rglob("*.py"):
        tree = ast.parse(source.read_text(encoding="utf-8"))
        doors = [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module == f"sayso.{stage}"]
        inside = {p.stem for p in (PACKAGE / stage).iterdir()}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module == f"sayso.{stage}":
                assert {alias.name for alias in node.names} <= inside, f"{source} imports from its own door: {doors}"
