"""Runs one fuzzer: `python -m tests.fuzz.worker TARGET RUNS [libFuzzer's options]`.

libFuzzer ends the process itself. The last line on stdout is the number of accepted inputs.
"""

import sys
from random import Random

import atheris

from tests.fuzz.target import load

INSTRUMENTED = ["kiosk", "tuf", "securesystemslib", "PIL", "zipfile"]
"""The modules whose branch coverage guides the fuzzer."""


def main() -> None:
    """Fuzz for RUNS executions, or until the first finding."""
    program, name, runs, *options = sys.argv
    with atheris.instrument_imports(include=INSTRUMENTED):
        target = load(name)
    done = accepted = 0

    def offer(data: bytes) -> None:
        nonlocal done, accepted
        done += 1
        accepted += target.offer(data)
        if done == int(runs):
            print(accepted, flush=True)

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        def mutate_bytes(piece: bytes) -> bytes:
            return bytes(atheris.Mutate(piece, max(len(piece) + 64, 1)))

        return target.mutate(data, Random(seed), mutate_bytes)[:most]

    arguments = [f"-runs={runs}", f"-max_len={target.LONGEST}", *options]
    atheris.Setup([program, *arguments], offer, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
