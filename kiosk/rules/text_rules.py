"""The rules for texts that people read, and the columns that hold them."""

from collections.abc import Mapping

from kiosk.base.text import TEXT_LIMITS
from kiosk.rules.rule import Column, Rule

TEXT_RULES: Mapping[str, Rule] = {
    reason: Rule(f"text_{reason}", statement)
    for reason, statement in {
        "blank": "A text has at least one character that leaves ink.",
        "long": "A text is not longer than its kind allows (see below).",
        "lines": "Only a `body` has line breaks.",
        "control": "A text has no control characters, and none that are private, unassigned or broken.",
        "invisible": "A text has no invisible characters: zero-width, direction, fillers, selectors.",
        "marks": "No letter of a text has more than two combining marks.",
    }.items()
}
"""The rules by the reasons that `kiosk.base.text.check_text` gives."""

TEXT_COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "title": (
        Column("campaign_text", "title", optional=True),
        Column("theme_text", "title", optional=True),
        Column("event_text", "title", optional=True),
    ),
    "tagline": (
        Column("campaign_text", "tagline", optional=True),
        Column("theme_text", "tagline", optional=True),
    ),
    "summary": (Column("event_text", "summary", optional=True),),
    "body": (Column("event_text", "body", optional=True),),
    "audience_note": (Column("event_text", "audience_note", optional=True),),
    "price_note": (Column("event_text", "price_note", optional=True),),
    "name": (
        Column("venue_text", "name", optional=True),
        Column("contact_text", "name", optional=True),
        Column("speaker_text", "name", optional=True),
    ),
    "address": (Column("venue_text", "address", optional=True),),
    "organiser": (Column("organiser_text", "name", optional=True),),
    "about": (Column("speaker_text", "about", optional=True),),
    "alt": (Column("media_text", "alt", optional=True),),
    "caption": (Column("caption", "text"),),
    "hashtag": (Column("campaign", "hashtag", optional=True), Column("hashtag", "tag")),
    "phone": (Column("contact", "phone", optional=True),),
    "email": (Column("contact", "email", optional=True),),
}
"""The columns of each kind of text; whether a text must be there at all, the rules for rows say."""

assert TEXT_COLUMNS.keys() == TEXT_LIMITS.keys()
