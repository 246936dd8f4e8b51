"""Keeps words that belong together on one line, by no-break spaces and word joiners."""

import re

from kiosk.typography.pairs import WORDS_SEEN, belong_together
from kiosk.typography.rules import JOINER, LOWER, NO_BREAK, UPPER, Rules

MAX_RUN = 15
"""The most characters that ties make of words: a line has to hold words of this length anyway."""

_SPACE = re.compile(f"([ {NO_BREAK}])")
_JOINED_HYPHEN = re.compile(
    rf"""(?x)
    (?<!\w)\w{{1,2}}[-–](?=\w) | [-–](?=\w{{1,2}}(?!\w))    # one or two letters on a side
    | (?<=[A-Z{UPPER}]{{2}})-(?=[{LOWER}]{{1,4}}(?!\w))     # an abbreviation and its ending
    | (?<=\d)–(?=\d)                                        # a range
    """
)


def set_ties(line: str, rules: Rules) -> str:
    """`line` with no-break spaces between words that belong together, and hyphens at which no line ends.

    A no-break space of the author is a wish like the others: none makes a run longer than MAX_RUN.
    """
    words = _SPACE.split(line)
    run = 0
    for place in range(len(words) - 3, -1, -2):  # from the right, as most short words lean on the next one
        before, space, after = words[place : place + 3]
        run = max(run, len(after))
        is_tied = space == NO_BREAK or belong_together(words[place : place + 2 * WORDS_SEEN : 2], rules)
        is_tied = is_tied and len(before) + 1 + run <= MAX_RUN
        words[place + 1] = NO_BREAK if is_tied else " "
        run = len(before) + 1 + run if is_tied else len(before)
    return _JOINED_HYPHEN.sub(rf"\g<0>{JOINER}", "".join(words))
