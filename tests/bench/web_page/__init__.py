"""The programme as one web page, for a browser to show in place of the kiosk.

`python -m tests.bench.web_page LIBRARY FILE [SETTINGS]` writes it, in a process of its own, so that the
measuring process does not use Qt itself: the kiosk would share memory with it.
"""
