"""Stores the settings that staff choose on the screen; `kiosk.base.settings` reads them."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.base.durable_files import replace_file, sync_folder
from kiosk.base.errors import KioskError, disk_reason
from kiosk.base.settings import FACTS, STAFF_CHOICES_FILE, Settings, check_staff_choice, read_staff_choices


def save_choice(file_settings: Settings, key: str, value: object) -> None:
    """Store a choice that overrides `file_settings`; atomic, also when the power fails.

    Raises KioskError 'choices.fixed', 'settings.value' or 'settings.hidden' for a choice that is not
    allowed, and 'choices.disk'.
    """
    if problem := check_staff_choice(file_settings, key, value):
        raise problem
    entries = read_staff_choices(file_settings) | {key: value}
    with _disk_errors():
        file_settings.library.mkdir(parents=True, exist_ok=True)
        replace_file(file_settings.library / STAFF_CHOICES_FILE, json.dumps(entries, indent=2).encode())


def delete_choices(file_settings: Settings) -> None:
    """Delete all choices but for FACTS; KioskError 'choices.disk'."""
    file = file_settings.library / STAFF_CHOICES_FILE
    facts = {key: value for key, value in read_staff_choices(file_settings).items() if key in FACTS}
    with _disk_errors():
        if facts:
            replace_file(file, json.dumps(facts, indent=2).encode())
        elif file.exists():
            file.unlink()
            sync_folder(file_settings.library)


@contextmanager
def _disk_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise KioskError("choices.disk", reason=disk_reason(error)) from error
