"""Makes the folder for receipts on a share: `python -m kiosk.receipts.make_folder FOLDER`, a child process.

In an empty share none is made, as that may be the folder where the share is not mounted at the moment.
"""

import sys
from contextlib import suppress
from pathlib import Path


def main(receipts: Path) -> None:
    """Make the folder, if it can be."""
    with suppress(OSError):
        if any(receipts.parent.iterdir()):
            receipts.mkdir()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
