"""What this Corner is called."""

from kiosk.base.settings import Settings
from kiosk.events.view_context import ViewContext
from kiosk.programme.combined_catalogue import Programme


def corner(settings: Settings, catalogue: Programme | None, reader: ViewContext) -> str:
    """By its settings, by the venue they name, or just 'American Corner'."""
    if settings.corner_name:
        return reader.say(settings.corner_name)
    venue = catalogue.venue(settings.corner) if catalogue and settings.corner else None
    return reader.say(venue.name) if venue else reader.translator.text("screens.corner.default")
