"""`python -m tests.boot`: starts the disk image in QEMU and plays the scenes; fails at the first fault."""

import shutil
import time
from argparse import ArgumentParser
from pathlib import Path

from tests.boot import fault_scenes, power_cuts, staff_scenes, visitor_scenes
from tests.boot.rig import open_rig

CHECKOUT = Path(__file__).parents[2]
SCENES = {
    scene.__name__: scene
    for scene in (
        visitor_scenes.start,
        visitor_scenes.visit,
        visitor_scenes.escapes,
        staff_scenes.vfat_stick,
        staff_scenes.exfat_stick,
        staff_scenes.printer,
        staff_scenes.share,
        fault_scenes.faults,
        power_cuts.power_cuts,
        power_cuts.cold_starts,
    )
}

NUMBERS = (
    ("rounds", 1, "rounds of ten faults"),
    ("cuts", 5, "power cuts"),
    ("starts", 1, "cold starts after a cut"),
)


def main() -> None:
    """Run the scenes in their order and print what each found; the first one always runs."""
    parser = ArgumentParser(description="the disk image in a computer")
    parser.add_argument("--scenes", nargs="*", default=list(SCENES), help=f"of {', '.join(SCENES)}")
    parser.add_argument("--again", action="store_true", help="with the packs and the image of the run before")
    for name, number, what in NUMBERS:
        parser.add_argument(f"--{name}", type=int, default=number, help=what)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    folder = CHECKOUT / "build/boot"
    if not options.again and folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    numbers = {name: getattr(options, name) for name in ("rounds", "cuts", "starts", "seed")}
    with open_rig(folder, **numbers) as rig:
        print(f"image: {time.monotonic() - began:.0f} s", flush=True)
        for name in dict.fromkeys(("start", *options.scenes)):
            scene_began = time.monotonic()
            print(f"{name}: {SCENES[name](rig)} ({time.monotonic() - scene_began:.0f} s)", flush=True)
    print(
        f"The computer passed every scene, in {time.monotonic() - began:.0f} s; its pictures are in {folder}."
    )


if __name__ == "__main__":
    main()
