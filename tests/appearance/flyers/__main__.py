"""`make flyers`: draws the golden pictures of flyers anew; look at the changes before you commit them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.appearance.flyers.pages import (
    NAMES,
    april_context,
    draw_pages,
    load_golden,
    max_difference,
    save_golden,
)
from tests.screen_kit import install_demo

with TemporaryDirectory() as folder:
    context = april_context(install_demo(Path(folder) / "demo", Path.cwd()) / "april")
    for name in NAMES:
        found = draw_pages(context, name)
        try:
            apart = max_difference(found, load_golden(name))
        except FileNotFoundError:
            apart = 255.0
        save_golden(name, found)
        print(f"{name}: {apart:.1f}")
