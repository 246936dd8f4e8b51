"""Changes JSON in ways that matter to its reader: other types and numbers, doubled and missing parts."""

import json
from random import Random
from typing import Any

ODD: tuple[Any, ...] = (
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


def other_json(data: bytes, chance: Random) -> bytes:
    """The JSON in `data` with one to three values changed; `data` itself when it is none."""
    try:
        document = [json.loads(data)]
    except (ValueError, RecursionError):
        return data
    for _ in range(chance.randint(1, 3)):
        places = list(_places(document))
        holder, key = chance.choice(places)
        match chance.randrange(6):
            case 0 if holder is not document:
                del holder[key]
            case 1:
                other_holder, other_key = chance.choice(places)
                holder[key] = json.loads(json.dumps(other_holder[other_key]))
            case 2 if type(holder[key]) is int:
                holder[key] += chance.choice((-1, 1))
            case 3 if isinstance(holder, dict):
                holder[str(chance.choice(ODD))] = holder.pop(key)
            case _:
                holder[key] = chance.choice(ODD)
    return json.dumps(document[0]).encode("utf-8", "surrogatepass")


def _places(document: Any) -> Any:
    """Every (container, key) below `document`."""
    keys = (
        document if isinstance(document, dict) else range(len(document)) if isinstance(document, list) else ()
    )
    for key in keys:
        yield document, key
        yield from _places(document[key])
