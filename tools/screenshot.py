"""Draw the top of the example's brief as docs/images/brief.png, for the README. Needs Chromium on the path."""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from sayso.pipeline import analyse_paths
from sayso.publish import brief_html
from sayso.settings import settings

ROOT = Path(__file__).resolve().parents[1]
CASE = ROOT / "examples" / "ashvelin"
WIDTH, HEIGHT = 1280, 1400
LARGEST_BYTES = 400_000


def main(image: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("No chromium on the path. On Debian: apt-get install chromium")
    chosen = settings().model_copy(update={"places": (CASE / "places.csv",), "sources": (CASE / "sources.yaml",)})
    html = brief_html(analyse_paths([CASE / "reports"], chosen=chosen))
    image.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "brief.html"
        page_file.write_text(html, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(page_file.as_uri())
        page.screenshot(path=image)
        browser.close()
    size = image.stat().st_size
    if size > LARGEST_BYTES:
        sys.exit(f"{image} has {size:,} bytes, more than {LARGEST_BYTES:,}. Lower HEIGHT in {__file__}.")
    print(f"{image}: {size:,} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images" / "brief.png")
