"""The environment variables of a confined process."""

CONFINED = "CORNER_KIOSK_CONFINED"
"""Set for a process that is already confined."""
HOST_SOCKET = "CORNER_KIOSK_LINE"
"""Set for a process inside bubblewrap: the file descriptor of its socket to the process outside."""
