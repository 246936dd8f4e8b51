"""The limits of a pack, enforced by the kiosk and checked for the author (docs/pack-format.md)."""

KIB = 1024
MIB = 1024 * KIB
DAY = 24 * 60 * 60

APP_LEVEL = 3
"""The feature level of this program; a pack whose `min_app` is higher is refused.

Level 2 adds a page of the programme, and videos with captions or an address. Level 3 adds series, and what
else can be said of events: online, price, ages, levels, organiser, speakers, waiting list, access of venues.
"""

MAX_VERSION = 9_999_999_999
"""The highest version of a pack: ten digits in the names of its metadata."""

PACK_BYTES = 4095 * MIB
"""Keeps every offset within 32 bits, so that ZIP64 records are never needed."""
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
"""4000 by 3000; above that the WebP decoder needs over 256 MiB of memory."""
PICTURE_SCANS = 32
"""Scans of a progressive JPEG; encoders write about ten, and each takes as long as a whole picture."""
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
EVENTS = 20_000
"""With texts of usual length in three languages they take five sixths of DATABASE_BYTES."""
NAME_LENGTH = 120

EXPIRES_AFTER = 400 * DAY
"""Seconds after signing during which a kiosk accepts a pack it does not have yet."""
CLOCK_TOLERANCE = 2 * DAY
"""Seconds by which two clocks that are both right enough may differ: those of a publisher and of a kiosk."""
FRESH_FOR = 45 * DAY
"""Seconds after signing until the staff are told to look for a newer pack."""
ROOT_EXPIRES_AFTER = 3652 * DAY
"""Ten years, after which a publisher has to issue new root metadata."""
