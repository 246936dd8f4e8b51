"""Pictures drawn on request, the same with and without a GPU: covers, icons, codes, shadows, photos."""

from PySide6.QtQml import QQmlEngine

from kiosk.images.provider import Painter, Provider


def install(engine: QQmlEngine, photos: Painter) -> None:
    """Register the image providers on `engine`; `photos` draws the pack's own pictures."""
    from kiosk.images import codes, covers, icons, maps, marks, shadows

    painters = {
        "cover": covers.draw,
        "icon": icons.draw,
        "code": codes.draw,
        "map": maps.draw,
        "mark": marks.draw,
        "shadow": shadows.draw,
    }
    for name, painter in (painters | {"photo": photos}).items():
        engine.addImageProvider(name, Provider(painter))
