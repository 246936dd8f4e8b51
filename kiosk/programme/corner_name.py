"""The name of this Corner."""

from kiosk.base.settings import Settings
from kiosk.events.view_context import ViewContext
from kiosk.programme.combined_catalogue import CombinedCatalogue


def corner_name(settings: Settings, catalogue: CombinedCatalogue | None, context: ViewContext) -> str:
    """The name in the settings, else of the venue in the settings, else 'American Corner'."""
    if settings.corner_name:
        return context.localise(settings.corner_name)
    venue = catalogue.venue(settings.corner) if catalogue and settings.corner else None
    return context.localise(venue.name) if venue else context.translator.text("screens.corner.default")
