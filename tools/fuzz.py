"""Fuzz the reading of text, CSV, HTML, XLSX and DOCX with coverage as the guide: `make fuzz`, Linux only.

Whatever the bytes, reading and merging must end without an exception, and every cell must have one fate. The seeds are
the sample standards, as they are and in the shapes of other formats. Options go to libFuzzer: `make fuzz
ARGS="-max_total_time=600"`. What breaks is written to a file that says how.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["careerpaths"]):
    import msgspec

    from careerpaths.catalogue import merge
    from careerpaths.reading import Options, read_document, reader_with

SAMPLES = Path(__file__).resolve().parents[1] / "data"
NAMES = ("a.txt", "a.csv", "a.html", "a.xlsx", "a.docx")
READER = reader_with(msgspec.json.encode(Options()))


def one(data: bytes) -> None:
    """Read one input as a document whose name its first byte decides."""
    readings = read_document(NAMES[data[0] % len(NAMES)] if data else NAMES[0], data[1:], READER)
    for reading in readings:
        places = [(line, cell) for line, cell, _ in reading.fates]
        if len(places) != len(set(places)):
            message = f"{reading.document}: a cell has two fates"
            raise ValueError(message)
    merge(readings)


def seeds(folder: Path) -> None:
    """Write the samples as text, CSV and HTML: something to begin from."""
    for number, path in enumerate(sorted(SAMPLES.rglob("*.txt"))):
        text = path.read_text(encoding="utf-8")
        rows = [line.split("\t") for line in text.splitlines()]
        html = "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}' for cell in row)}" for row in rows) + "</table>"
        comma = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
        for first, content in enumerate((text, comma, html)):
            (folder / f"{number}-{first}").write_bytes(bytes([first]) + content.encode())


def main() -> None:
    """Run until libFuzzer is told to stop, or something breaks."""
    with tempfile.TemporaryDirectory() as folder:
        seeds(Path(folder))
        atheris.Setup([*sys.argv, folder], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
