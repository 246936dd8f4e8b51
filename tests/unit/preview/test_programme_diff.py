"""The diff of two programmes finds all changes and nothing else."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.base.model import Contact, Event, Occurrence, Registration, Status
from kiosk.preview.field_diff import FieldChange
from kiosk.preview.programme_diff import Change, ChangeKind, Changes, diff_events, diff_programmes
from kiosk.programme.missing_translations import UntranslatedEvent, find_untranslated
from tests.unit.preview.changed_events import CHANGED_EVENTS, MAY_1, MAY_8, MAY_15, URL
from tests.unit.store import sample
from tests.unit.store.sample import CODE, CORNER, FULL, PROGRAMME, TALK, TOUR


def changed_fields(before: Event, after: Event) -> set[str]:
    return {field.name for field in diff_events(before, after)}


def diff_event(before: Event, after: Event) -> Change | None:
    """The change of a single event."""
    was, now = (replace(PROGRAMME, events=(event,)) for event in (before, after))
    found = diff_programmes(was, now)
    assert not (found.campaign or found.themes or found.venues)
    assert len(found.events) < 2
    return found.events[0] if found.events else None


@pytest.mark.parametrize("what", CHANGED_EVENTS)
def test_exactly_the_changed_field_is_reported(what: str) -> None:
    name, value, expected = CHANGED_EVENTS[what]
    changed = replace(CODE, **{name: value})
    assert changed_fields(CODE, changed) == changed_fields(changed, CODE) == expected


def test_every_attribute_of_an_event_is_compared() -> None:
    assert {name for name, _, _ in CHANGED_EVENTS.values()} == {field.name for field in fields(Event)} - {
        "id"
    }


@given(st.sets(st.sampled_from(sorted(CHANGED_EVENTS))))
def test_every_changed_field_is_reported_in_combination(chosen: set[str]) -> None:
    values = {CHANGED_EVENTS[what][0]: what for what in sorted(chosen)}
    expected = {field for what in values.values() for field in CHANGED_EVENTS[what][2]}
    after = replace(CODE, **{name: CHANGED_EVENTS[what][1] for name, what in values.items()})
    assert changed_fields(CODE, after) == expected
    assert bool(diff_event(CODE, after)) == bool(expected)


events = st.lists(st.sampled_from(PROGRAMME.events), unique_by=lambda event: event.id).map(tuple)


@given(events)
def test_equal_programmes_have_no_changes(some: tuple[Event, ...]) -> None:
    programme = replace(PROGRAMME, events=some)
    assert diff_programmes(programme, programme) == Changes()
    assert not diff_programmes(programme, programme)


@given(events, events)
def test_new_and_removed_events_are_matched_by_id(
    before: tuple[Event, ...], after: tuple[Event, ...]
) -> None:
    found = diff_programmes(replace(PROGRAMME, events=before), replace(PROGRAMME, events=after))
    by_kind = {kind: {one.id for one in found.events if one.kind is kind} for kind in ChangeKind}
    was, now = ({event.id for event in some} for some in (before, after))
    assert (by_kind[ChangeKind.NEW], by_kind[ChangeKind.REMOVED]) == (now - was, was - now)
    assert len(found.events) == len(was ^ now)


def with_status(event: Event, *statuses: Status) -> Event:
    times = zip(event.occurrences, statuses, strict=True)
    return replace(event, occurrences=tuple(replace(one, status=status) for one, status in times))


SCHEDULED, CANCELLED, MOVED, OVER = Status.SCHEDULED, Status.CANCELLED, Status.MOVED, Status.OVER


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        (TALK, with_status(TALK, CANCELLED), ChangeKind.CANCELLED),
        (TALK, with_status(TALK, Status.FULL), ChangeKind.FULL),
        (TALK, with_status(TALK, OVER), ChangeKind.OVER),
        (TALK, with_status(TALK, MOVED), ChangeKind.MOVED),
        (with_status(TALK, CANCELLED), TALK, ChangeKind.RESTORED),
        (FULL, with_status(FULL, SCHEDULED), ChangeKind.CHANGED),
        (TALK, replace(TALK, occurrences=(Occurrence(MAY_1),)), ChangeKind.CHANGED),
        (TOUR, replace(TOUR, occurrences=(Occurrence(MAY_1, MOVED),)), ChangeKind.MOVED),
        (TOUR, replace(TOUR, title={"ru": "Путь"}), ChangeKind.CHANGED),
        (CODE, with_status(CODE, CANCELLED, SCHEDULED), ChangeKind.CHANGED),
        (CODE, with_status(CODE, CANCELLED, CANCELLED), ChangeKind.CANCELLED),
        (
            with_status(CODE, CANCELLED, SCHEDULED),
            with_status(CODE, CANCELLED, CANCELLED),
            ChangeKind.CANCELLED,
        ),
        (CODE, replace(CODE, body=CODE.body | {"en": "Other"}), ChangeKind.CORRECTED),
        (CODE, replace(CODE, body={"en": "Body e", "ru": "Body r"}), ChangeKind.CHANGED),
        (CODE, replace(CODE, body=CODE.body | {"en": "Other"}, icon="robot"), ChangeKind.CHANGED),
    ],
)
def test_the_change_kind_is_the_most_important_one(before: Event, after: Event, kind: ChangeKind) -> None:
    found = diff_event(before, after)
    assert found
    assert (found.kind, found.id, found.title) == (kind, after.id, after.title)


def test_a_moved_event_only_has_time_and_status_changes() -> None:
    moved = replace(TALK, occurrences=(Occurrence(MAY_1, MOVED, original=TALK.occurrences[0].when),))
    found = diff_event(TALK, moved)
    assert found
    assert found.when == MAY_1
    assert found.fields == (
        FieldChange("time", TALK.occurrences[0].when, MAY_1),
        FieldChange("status", SCHEDULED, MOVED),
    )


def test_occurrences_are_matched_with_their_old_ones() -> None:
    before = replace(TALK, occurrences=(Occurrence(MAY_1), Occurrence(MAY_8)))
    moved = replace(TALK, occurrences=(Occurrence(MAY_1), Occurrence(MAY_15, MOVED, original=MAY_8)))
    assert list(diff_events(before, moved)) == [
        FieldChange("time", MAY_8, MAY_15),
        FieldChange("status", SCHEDULED, MOVED, time=MAY_15),
    ]
    later = replace(TALK, occurrences=(Occurrence(MAY_8), Occurrence(MAY_15, CANCELLED)))
    assert list(diff_events(before, later)) == [
        FieldChange("time", MAY_1),
        FieldChange("time", None, MAY_15),
        FieldChange("status", None, CANCELLED, time=MAY_15),
    ]


def test_replaced_media_are_reported_by_file_name() -> None:
    assert not diff_programmes(PROGRAMME, PROGRAMME, {"media/other.jpg"})
    (found,) = diff_programmes(PROGRAMME, PROGRAMME, {sample.PICTURE}).events
    assert found.fields == (FieldChange("media", CODE.media[0], CODE.media[0]),)


def test_a_changed_media_order_is_reported() -> None:
    first, second = CODE.media[0], replace(CODE.media[0], file="media/2.jpg")
    one, other = replace(CODE, media=(first, second)), replace(CODE, media=(second, first))
    files = (first.file, second.file)
    assert list(diff_events(one, other)) == [FieldChange("media_order", files, files[::-1])]


def test_a_new_contact_or_registration_is_a_single_change() -> None:
    contact, registration = Contact(phone="1"), Registration(URL)
    found = diff_event(TALK, replace(TALK, contact=contact, registration=registration))
    assert found
    assert found.fields == (
        FieldChange("registration", None, registration),
        FieldChange("contact", None, contact),
    )


def test_campaign_theme_and_venue_changes_are_reported_once() -> None:
    innovation, friendship = PROGRAMME.themes
    campaign = replace(
        PROGRAMME.campaign,
        title={"en": "New"},
        hashtag="#26",
        languages=("en",),
        page="https://x/",
        updated="2017-01-01",
    )
    corner = replace(CORNER, name=CORNER.name | {"en": "Nook"}, latitude=1.0, longitude=2.0)
    venues = tuple(corner if venue == CORNER else venue for venue in PROGRAMME.venues)
    times = tuple(replace(one, venue=corner if one.venue else None) for one in CODE.occurrences)
    after = replace(
        PROGRAMME,
        events=(replace(CODE, occurrences=times), *PROGRAMME.events[1:]),
        campaign=campaign,
        themes=(replace(friendship, colour="#000000", events=9), innovation),
        venues=venues,
    )
    found = diff_programmes(PROGRAMME, after)
    assert [field.name for field in found.campaign] == [
        *("title", "title", "title", "hashtag", "languages", "page"),
        "theme_order",
    ]
    (theme,), (venue,) = found.themes, found.venues
    assert (theme.kind, theme.id, theme.fields) == (
        ChangeKind.CHANGED,
        "friendship",
        (FieldChange("colour", friendship.colour, "#000000"),),
    )
    assert [field.name for field in venue.fields] == ["name", "latitude", "longitude"]
    assert found.events == ()


def test_without_an_old_programme_all_events_are_new_in_order_of_time() -> None:
    found = diff_programmes(None, PROGRAMME)
    assert {one.kind for one in (*found.events, *found.themes, *found.venues)} == {ChangeKind.NEW}
    times = [one.when.earliest for one in found.events if one.when]
    assert len(times) == len(PROGRAMME.events)
    assert times == sorted(times)
    assert found.campaign == ()


def test_untranslated_events_are_found_by_language() -> None:
    talk = replace(TALK, body={"ru": "Текст"}, summary={})
    assert find_untranslated(replace(PROGRAMME, events=(CODE, talk, TOUR))) == (
        UntranslatedEvent("en", "talk", talk.title, ("body",)),
        UntranslatedEvent("en", "tour", TOUR.title, ("title",)),
        UntranslatedEvent("kk", "talk", talk.title, ("body",)),
        UntranslatedEvent("kk", "tour", TOUR.title, ("title",)),
    )
