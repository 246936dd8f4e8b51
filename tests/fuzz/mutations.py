"""Mutates JSON: other types and numbers, duplicated and missing parts."""

import json
from copy import deepcopy
from random import Random
from typing import Any

UNUSUAL_VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        1,
        -1,
        2**31,
        2**53,
        2**64,
        10**400,
        1.5,
        float("inf"),
        float("nan"),
        "",
        "x" * 200,
    ),
    *(
        [],
        {},
        [[]],
        [None],
        {"": None},
        "\0",
        "\ud800",
        "\u202e",
        "../x",
        "events.sqlite",
        "media/con.jpg",
        "root",
    ),
    *(
        "timestamp",
        "snapshot",
        "targets",
        "sha256",
        "2016-04-01",
        "9999-12-31T23:59:59Z",
        "0" * 64,
        "*",
        "1.0.99",
    ),
)


def mutate_json(data: bytes, random: Random) -> bytes:
    """The JSON in `data` with one to three values changed; `data` itself when it is not JSON."""
    try:
        document = [json.loads(data)]
    except (ValueError, RecursionError):
        return data
    for _ in range(random.randint(1, 3)):
        places = list(_places(document))
        holder, key = random.choice(places)
        match random.randrange(6):
            case 0 if holder is not document:
                del holder[key]
            case 1:
                other_holder, other_key = random.choice(places)
                holder[key] = json.loads(json.dumps(other_holder[other_key]))
            case 2 if type(holder[key]) is int:
                holder[key] += random.choice((-1, 1))
            case 3 if isinstance(holder, dict):
                holder[str(random.choice(UNUSUAL_VALUES))] = holder.pop(key)
            case _:
                holder[key] = deepcopy(random.choice(UNUSUAL_VALUES))
    return json.dumps(document[0]).encode("utf-8", "surrogatepass")


def _places(document: Any) -> Any:
    """Every (container, key) below `document`."""
    keys = (
        document if isinstance(document, dict) else range(len(document)) if isinstance(document, list) else ()
    )
    for key in keys:
        yield document, key
        yield from _places(document[key])
