"""The rules for what a row refers to outside its database: websites and files of the pack."""

from kiosk.base.links import MAX_URL_LENGTH
from kiosk.rules.rule import Column, Rule

LINK = Rule(
    "link_form",
    f"A link is `https://`, one of the `hosts`, and an ASCII path; {MAX_URL_LENGTH} characters at most.",
)
LINK_COLUMNS = (
    Column("registration", "url"),
    Column("contact", "url", optional=True),
    Column("event", "source", optional=True),
    Column("media_link", "url"),
    Column("campaign_link", "url"),
    Column("detail", "online_url", optional=True),
)
"""The addresses that can become QR codes."""

FILE = Rule("media_missing", "A picture, video or poster is a file of the pack.")
FILE_COLUMNS = (Column("media", "file"), Column("media", "poster", optional=True))
"""The names of media files."""
