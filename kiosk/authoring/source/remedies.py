"""What to do about a problem where it is not the usual: in a cell of a workbook, or without choices."""

from collections.abc import Mapping

from kiosk.base.sentence_ids import ProblemCode, SentenceId

CELL_REMEDIES: Mapping[ProblemCode, SentenceId] = {
    "alt_missing": "authoring.alt_missing.cell",
    "city_unknown": "authoring.city_unknown.cell",
    "every_bounds": "authoring.every_bounds.cell",
    "every_double": "authoring.every_double.cell",
    "every_form": "authoring.every_form.cell",
    "link_host": "authoring.link_host.cell",
    "missing": "authoring.missing.cell",
    "moved_from": "authoring.moved_from.cell",
    "moved_not": "authoring.moved_not.cell",
    "not_date": "authoring.not_date.cell",
    "not_number": "authoring.not_number.cell",
    "price_form": "authoring.price_form.cell",
    "theme_unknown": "authoring.theme_unknown.cell",
    "venue_unknown": "authoring.venue_unknown.cell",
    "when_form": "authoring.when_form.cell",
    "when_missing": "authoring.when_missing.cell",
}
EMPTY_REMEDIES: Mapping[ProblemCode, SentenceId] = {
    "city_unknown": "authoring.city_unknown.none",
    "theme_unknown": "authoring.theme_unknown.none",
    "venue_unknown": "authoring.venue_unknown.none",
}
"""Where there is nothing yet to choose from: `choices` is empty."""
