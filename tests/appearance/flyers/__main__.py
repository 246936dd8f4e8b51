"""`make flyers`: draw the small pictures of flyers anew; look at what has changed before you commit it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.appearance.flyers.pages import NAMES, difference, drawn, keep, kept, opened
from tests.screen_kit import libraries

with TemporaryDirectory() as folder:
    context = opened(libraries(Path(folder) / "demo", Path.cwd()) / "april")
    for name in NAMES:
        found = drawn(context, name)
        try:
            apart = difference(found, kept(name))
        except FileNotFoundError:
            apart = 255.0
        keep(name, found)
        print(f"{name}: {apart:.1f}")
