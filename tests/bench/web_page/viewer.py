"""The pictures and the film of an event over its whole page, as HTML."""

from collections.abc import Iterator
from html import escape

from kiosk.base.model import Event, Media, MediaKind
from kiosk.viewmodels.session import Session
from kiosk.viewmodels.visitor.event.media_viewer import MediaViewer
from tests.bench.web_page.parts import icon, language_switch

STEPS = ("viewer-before", "viewer-after"), ("bold-arrow-left", "bold-arrow-right")
"""The names and the icons of the buttons that change to another picture or film."""


def media_button(event: Event, session: Session) -> str:
    """The button that opens the viewer, '' for an event without media."""
    if not event.media:
        return ""
    viewer = MediaViewer(session)
    viewer.load(event)
    return (
        f'<button class="back media" data-go="viewer-{event.id}-0" data-name="viewer-open">'
        f"{icon('bold-images')}{escape(viewer.buttonLabel)}</button>"
    )


def viewer_pages(event: Event, session: Session) -> Iterator[tuple[str, str]]:
    """The name and HTML of the viewer for each picture and film of the event; a film plays when shown."""
    count = len(event.media)
    for index, media in enumerate(event.media):
        pages = [f"viewer-{event.id}-{(index + step) % count}" for step in (-1, 1)]
        steps = "".join(
            f'<button class="back" data-go="{page}" data-name="{name}">{icon(glyph)}</button>'
            for page, name, glyph in zip(pages, *STEPS, strict=True)
        )
        place = session.translator.text("screens.viewer.place", n=index + 1, m=count)
        yield (
            f"viewer-{event.id}-{index}",
            f'<div class="viewer">{_shown(event, media, session)}{language_switch(session)}'
            f"<small>{escape(session.localise(media.alt))}</small>"
            f'<div class="row">{steps}<i>{escape(place)}</i>'
            f'<button class="back" data-go="event-{event.id}" data-name="viewer-close">{icon("bold-x")}'
            f"{session.translator.text('screens.nav.close')}</button></div></div>",
        )


def _shown(event: Event, media: Media, session: Session) -> str:
    assert session.programme is not None
    programme = session.programme

    def url_of(file: str) -> str:
        return programme.media_path(programme.media_address(event.id, file)).as_uri()

    if media.kind is MediaKind.PICTURE:
        return f'<img src="{url_of(media.file)}">'
    return f'<video src="{url_of(media.file)}" poster="{url_of(media.poster)}" autoplay muted></video>'
