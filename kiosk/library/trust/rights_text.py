"""The rights of publishers, and what they ask for, as lines of text."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kiosk.base.sentence_ids import SentenceId
from kiosk.i18n.translator import Translator, translator
from kiosk.packs.rights import RightKind, RightsRequest

if TYPE_CHECKING:
    from kiosk.library.trust.trusted_roots import TrustedRoot

MAX_IDS = 20
"""The most ids of a list that are named; the number of the others is."""
_ROWS: dict[RightKind, SentenceId] = {
    "name": "rights.row.name",
    "hosts": "rights.row.hosts",
    "venues": "rights.row.venues",
    "themes": "rights.row.themes",
    "rank": "rights.row.rank",
}


def request_lines(request: RightsRequest, language: str, file: str = "") -> list[str]:
    """Return what a publisher asks for, the old beside the new, and the command that allows it.

    `file` is the name of the pack that asks, '' when that is installed.
    """
    sentences = translator(language)
    how = (
        sentences.text("rights.allow_pack", id=request.granted.id, file=file)
        if file
        else sentences.text("rights.allow", id=request.granted.id)
    )
    return [sentences.text("rights.asks", publisher=request.label), *difference_lines(request, language), how]


def allowed_lines(request: RightsRequest, language: str) -> list[str]:
    """Return what a publisher may do more from now on."""
    headline = translator(language).text("rights.allowed", publisher=request.label)
    return [headline, *difference_lines(request, language)]


def trusted_root_lines(root: "TrustedRoot", language: str, after: "Sequence[TrustedRoot]" = ()) -> list[str]:
    """Return a trusted publisher with its rights, those that it precedes, and what it asks for."""
    sentences = translator(language)
    lines = [
        sentences.text(
            "library.trusted",
            name=root.name,
            publisher=root.publisher,
            hosts=list_ids(root.hosts, sentences),
            venues=list_ids(root.venues, sentences),
            themes=list_ids(root.themes, sentences),
            rank=root.rank,
            fingerprint=root.fingerprint,
        )
    ]
    if after:
        lines.append(sentences.text("library.precedes", others=", ".join(other.name for other in after)))
    if root.is_grant_damaged:
        lines.append(sentences.text("library.grant_damaged", name=root.name, id=root.publisher))
    return lines + (request_lines(root.request, language) if root.request else [])


def difference_lines(request: RightsRequest, language: str) -> list[str]:
    """Return a line for each kind of right of which more is asked for."""
    sentences = translator(language)
    return [
        sentences.text(
            _ROWS[right.kind],
            granted=list_ids(right.granted, sentences),
            wanted=list_ids(right.wanted, sentences),
        )
        for right in request.wanted_rights()
    ]


def list_ids(ids: Sequence[str], sentences: Translator) -> str:
    """Return ids in words: 'any' for '*', a dash for none."""
    if "*" in ids:
        return sentences.text("library.any")
    named = ", ".join(ids[:MAX_IDS]) or "–"
    left = len(ids) - MAX_IDS
    return sentences.text("rights.and_more", ids=named, n=left) if left > 0 else named
