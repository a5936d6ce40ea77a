"""Make the environment: pinned packages, checked by hash, and sayso itself. Standard library only."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements" / "lock.txt"


def main(folder: Path) -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  the one place that an old Python gets to run
        sys.exit(
            f"sayso needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}. "
            "Name another one: make PYTHON=python3.12 ..."
        )
    # the interpreter's own pip, not one that an outer environment points to
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")}
    uv = shutil.which("uv")
    if not (folder / "bin" / "python").exists():
        venv.create(folder, with_pip=uv is None, symlinks=True)
    python = str(folder / "bin" / "python")
    installer = [uv, "pip", "install", "--python", python] if uv else [python, "-m", "pip", "install"]
    quiet = ["-q"] if uv else ["-q", "--disable-pip-version-check", "--no-warn-script-location"]
    print("Installing sayso and what it needs into", folder, "(a minute or two, once) ...", flush=True)
    pinned = [*installer, *quiet, "--require-hashes", "-r", str(LOCK)]
    subprocess.run(pinned, check=True, env=environment)
    ours = [*installer, *quiet, "--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    subprocess.run(ours, check=True, env=environment)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
