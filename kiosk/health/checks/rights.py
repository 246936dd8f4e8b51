"""Checks what trusted publishers ask for beyond their rights, and that their names can be told apart."""

from collections.abc import Iterator
from pathlib import Path

from kiosk.base.errors import KioskError
from kiosk.base.model import Text
from kiosk.health.finding import Finding, Level
from kiosk.health.multilingual import join_lines, translate
from kiosk.i18n.translator import LANGUAGES
from kiosk.library.trust.rights_text import difference_lines
from kiosk.library.trust.trusted_roots import TrustedRoot, read_trusted_roots
from kiosk.packs.rights import RightsRequest


def check(library: Path) -> Iterator[Finding]:
    """One finding if staff have something to decide; the check of trust reports damaged root metadata."""
    try:
        roots = read_trusted_roots(library)
    except KioskError:
        return
    if found := [part for root in roots for part in _findings_of(root)]:
        values, remedies = zip(*found, strict=True)
        yield Finding("rights", Level.ATTENTION, join_lines(values), join_lines(remedies))


def _findings_of(root: TrustedRoot) -> Iterator[tuple[Text, Text]]:
    """Each value with its remedy."""
    if root.request:
        lines = _describe_request(root.request)
        yield (
            translate("health.rights.asks", name=root.name, rights=lines),
            translate("health.rights.asks_do", id=root.publisher),
        )
    if root.is_grant_damaged:
        yield (
            translate("health.rights.damaged", name=root.name),
            translate("health.rights.damaged_do", id=root.publisher),
        )
    if root.is_ambiguous:
        yield (
            translate("health.rights.name", name=root.name),
            translate("health.rights.name_do", id=root.publisher),
        )


def _describe_request(request: RightsRequest) -> Text:
    return {code: "\n".join(difference_lines(request, code)) for code in LANGUAGES}
