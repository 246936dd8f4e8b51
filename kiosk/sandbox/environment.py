"""The environment variables that tell a process how it is confined."""

CONFINED = "CORNER_KIOSK_CONFINED"
"""Set in the environment of a process that is confined already."""
HOST_SOCKET = "CORNER_KIOSK_LINE"
"""Set in the environment of one inside bubblewrap: the number of its end of the line to the one outside."""
