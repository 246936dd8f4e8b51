"""The author's check, the kiosk's gate and docs/pack-rules.md have the same rules."""

import json
from pathlib import Path

from kiosk.rules.check_manifest import MANIFEST
from kiosk.rules.reference_rules import FILE, LINK
from kiosk.rules.row_rules import ROW_RULES
from kiosk.rules.series_rules import DATES
from kiosk.rules.text_rules import TEXT_RULES
from kiosk.rules.time_rules import BOUNDS, FORM
from kiosk.rules.value_rules import COLUMNS
from tests.gates.pack_rules_page import pack_rules_page

RULES = {
    rule.code
    for rule in (*ROW_RULES, *COLUMNS, *TEXT_RULES.values(), LINK, FILE, FORM, BOUNDS, DATES, MANIFEST)
}
DETAILS = {
    **dict.fromkeys(("when_date", "when_gap", "when_order", "when_year"), FORM.code),
    "link_host": LINK.code,
    "link_http": LINK.code,
    "captions_text": TEXT_RULES["long"].code,
    "text_missing": "missing",
    **dict.fromkeys(("every_none", "every_long", "every_day", "every_twice"), DATES.code),
    **dict.fromkeys(("every_order", "every_span"), "series_order"),
    "online_form": "online_link",
    **dict.fromkeys(("dates_many", "events_many", "rows_many", "themes_many", "venues_many"), "list_long"),
}
"""Sentences of the author's check that say more exactly which part of a rule is violated."""
ELSEWHERE = {
    "the manifest, in kiosk/packs/manifest.py": {"corner", "host"},
    "media, in kiosk/packs/media.py": {
        *("media_large", "media_unreadable", "video_broken", "video_codec"),
        *("video_large", "video_long", "video_size"),
    },
    "pictures that a pack holds in another form": {"media_heic", "media_moves"},
    "files that are given to events by their names": {
        *("media_captions", "media_doubtful", "media_other", "media_sound", "media_unmatched"),
    },
    "the size of the database, in kiosk/packs/zip_layout.py": {"texts_large"},
    "the size of a pack, in kiosk/base/limits.py": {"files_large", "files_many"},
    "the rights of its publisher, in kiosk/rules/check_rights.py": {
        *("rights_host", "rights_theme", "rights_venue"),
    },
    "whatever else a kiosk refuses": {"refused"},
    "references, by foreign keys": {"language_extra", "theme_unknown", "venue_unknown"},
    "the form of a source folder, which no pack has": {
        *("base_depth", "captions_unreadable", "event_ignored", "file_encoding", "file_unreadable"),
        *("media_name", "media_unused", "not_list", "not_number", "not_table", "not_text", "theme_unused"),
        *("toml", "unfit", "unknown_key", "when_double", "when_quotes"),
        *(
            "every_bounds",
            "every_double",
            "every_only",
            "except_day",
            "change_excepted",
            "change_both",
            "change_moved",
            "change_nothing",
        ),
    },
    "the form of a workbook, which no pack has": {
        *("column_like", "column_unknown", "event_unknown", "focus_form", "header_language"),
        "headers_missing",
        *("hours_form", "hours_without_day", "ids_made", "read_as", "row_differs", "row_hidden"),
        *("rows_missing", "settings_missing", "sheet_unknown", "workbook_damaged", "workbook_locked"),
        *("weekday_wrong", "yes_or_no"),
    },
    "what a source folder keeps": {"only_in_folder"},
    "what only the author's check asks": {"icon", "languages_missing", "signed_early", "signed_late"},
    "what looks wrong, in kiosk/authoring/source/notes": {
        *("contact_unseen", "event_duplicate", "event_past", "events_past", "text_address", "text_html"),
        *("text_kazakh", "text_letters", "text_repeated", "text_russian", "text_same"),
    },
    "what is told of an imported file, in kiosk/authoring/imports": {
        *("import_date", "import_sheets", "import_single"),
        *("import_block", "import_column", "import_columns", "import_endless", "import_times"),
        *("import_field", "import_gone", "import_hosts", "import_http"),
        *("import_kind", "import_language", "import_link", "import_links"),
        *("import_long", "import_no_time", "import_no_title", "import_nothing"),
        *("import_order", "import_pack", "import_people", "import_private"),
        *("import_read", "import_record", "import_removed", "import_summary"),
        *("import_themes", "import_time", "import_weekday", "import_zone"),
        *("import_zones",),
    },
    "what is repaired before the check": {
        *("repaired_control", "repaired_invisible", "repaired_lines", "repaired_marks"),
        *("repaired_one_line", "repaired_spaces"),
    },
}
BUILT = {
    "bounds",
    "bounds_complete",
    "manifest",
    "media_size",
    "one_campaign",
    "search_index",
    "visible_until",
    "series_dates",
    "series_order",
    "online_link",
    "waiting_list",
}
"""Rules for what `kiosk pack build` computes, so that no author can violate them."""


def test_j06_every_problem_an_author_is_told_of_is_a_rule_of_the_kiosk_or_has_its_reason(
    checkout: Path,
) -> None:
    sentences = json.loads((checkout / "resources/i18n/en/authoring.json").read_text("utf-8"))
    problems = {id.removesuffix(".do") for id in sentences if id.endswith(".do")}
    elsewhere = set().union(*ELSEWHERE.values())
    assert problems == (RULES - BUILT) | DETAILS.keys() | elsewhere
    assert set(DETAILS.values()) <= RULES and not elsewhere & RULES


def test_the_page_of_rules_is_up_to_date(checkout: Path) -> None:
    """`make docs` writes it."""
    assert (checkout / "docs/pack-rules.md").read_text("utf-8") == pack_rules_page()
