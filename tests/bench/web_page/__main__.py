"""`python -m tests.bench.web_page LIBRARY FILE [SETTINGS]` writes the web page."""

import os
import sys
from pathlib import Path

from kiosk.app.run import open_session
from tests.bench.programs import AT
from tests.bench.web_page.document import write_page


def main(library: str, file: str, settings: str = "") -> None:
    """Write the page; the labels of the map are measured with the kiosk's fonts."""
    from kiosk.app.window import create_application, prepare_qt

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    prepare_qt("software")
    application = create_application(["web_page"])
    write_page(open_session(Path(library), Path(settings) if settings else None, AT, None), Path(file))
    del application


if __name__ == "__main__":
    main(*sys.argv[1:])
