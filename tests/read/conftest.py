"""What the tests of reading share: a writer of small PDFs, and files from words."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from sayso.model import NotRead, Report
from sayso.read import ReadOptions, read

MakePdf = Callable[..., bytes]
ReadOne = Callable[..., Report | NotRead]


def _pdf(pages: Sequence[Sequence[str]], info: str = "") -> bytes:
    """A PDF whose pages hold the given lines in Helvetica; `info` goes into its information dictionary."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = " T* ".join(f"({_escaped(line)}) Tj" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 60 760 Td {shown} ET" if lines else ""
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} >>")
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(body)
    rows = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    body += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode()
    return (
        body
        + f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\n".encode()
        + (f"startxref\n{start}\n%%EOF\n".encode())
    )


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


@pytest.fixture
def make_pdf() -> MakePdf:
    return _pdf


@pytest.fixture
def read_one(tmp_path: Path) -> ReadOne:
    """Reads one file with the given name and contents."""

    def read_file(
        contents: bytes | str, name: str = "report.txt", options: ReadOptions | None = None
    ) -> Report | NotRead:
        path = tmp_path / name
        path.write_bytes(contents.encode() if isinstance(contents, str) else contents)
        [outcome] = read([path], options or ReadOptions())
        return outcome

    return read_file
