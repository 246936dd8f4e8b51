"""Image providers for covers, icons, codes, maps, shadows and photos, the same with or without a GPU."""

from PySide6.QtQml import QQmlEngine

from kiosk.images.provider import ImageProvider, Painter


def install(engine: QQmlEngine, photos: Painter) -> None:
    """Register the image providers on `engine`; `photos` draws the pack's own pictures."""
    from kiosk.images import covers, icons, logo, maps, qr_codes, shadows, suns

    painters = {
        "cover": covers.draw,
        "icon": icons.draw,
        "code": qr_codes.draw,
        "map": maps.draw,
        "mark": logo.draw,
        "shadow": shadows.draw,
        "sun": suns.draw,
    }
    for name, painter in (painters | {"photo": photos}).items():
        engine.addImageProvider(name, ImageProvider(painter))
