"""Compiles one Typst template with its data to PDF, with the kiosk's fonts only."""

import json
from functools import cache
from pathlib import Path

import typst

from kiosk.base.paths import resources

STANDARDS: "list[typst.PDFStandard]" = ["a-2a", "ua-1"]
"""Archivable and tagged (ISO 19005-2, level A; ISO 14289-1)."""


def compile_template(template: Path, data: object, timestamp: int) -> bytes:
    """The PDF of `template`, which reads only its own folder, and `data` as the JSON text `sys.inputs.data`.

    `timestamp` is in UTC seconds. Raises typst.TypstError.
    """
    return typst.compile(
        template,
        root=template.parent,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data)},
        pdf_standards=STANDARDS,
        timestamp=timestamp,
        package_path=template.parent,
        package_cache_path=template.parent,
    )


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[resources() / "fonts"]
    )
