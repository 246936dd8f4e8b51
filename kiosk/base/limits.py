"""How much a pack may hold: the caps a kiosk enforces and an author is told about (docs/pack-format.md)."""

KIB = 1024
MIB = 1024 * KIB
DAY = 24 * 60 * 60

APP_LEVEL = 2
"""What this program can show, as an integer; a pack whose `min_app` is higher is refused.

2 is for a page of the programme, and for videos with captions or an address.
"""

MAX_VERSION = 9_999_999_999
"""The highest number a pack can have: ten digits in the names of its metadata."""

PACK_BYTES = 4095 * MIB
"""Keeps every offset within 32 bits, so that no ZIP64 record is ever needed."""
MEMBERS = 4096
DIRECTORY_BYTES = 2 * MIB

ROOTS = 32
ROOT_BYTES = 64 * KIB
TIMESTAMP_BYTES = 16 * KIB
SNAPSHOT_BYTES = 16 * KIB
TARGETS_BYTES = 4 * MIB

DATABASE_BYTES = 64 * MIB
PICTURE_BYTES = 30 * MIB
PICTURE_SIDE = 4096
PICTURE_PIXELS = 12_000_000
"""4000 by 3000; for more, the decoder of WebP needs over 256 MiB of memory."""
PICTURE_SCANS = 32
"""Passes of a progressive JPEG; encoders write about ten, and each takes the time of a whole picture."""
VIDEO_BYTES = 1024 * MIB
VIDEO_SIDE = 1920
VIDEO_PIXELS = 1920 * 1080
VIDEO_RATE = 60
"""Frames per second."""
VIDEO_SECONDS = 10 * 60

LANGUAGES = 16
HOSTS = 64
RIGHTS = 256
MAX_RANK = 99
CORNERS = 256
THEMES = 64
EVENTS = 100_000
NAME_LENGTH = 120

EXPIRES_AFTER = 400 * DAY
"""Seconds after signing during which a kiosk still accepts a pack it does not have yet."""
FRESH_FOR = 45 * DAY
"""Seconds after signing until the staff are told to look for a newer pack."""
ROOT_EXPIRES_AFTER = 3652 * DAY
"""Ten years, after which a publisher has to hand out new root metadata."""
