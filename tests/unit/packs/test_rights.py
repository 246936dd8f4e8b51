"""Rights in effect are the part of a claim that is granted; a grant only grows by what staff allow."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs.publisher import Publisher
from kiosk.packs.rights import extend_grant, find_request, limit_rights

IDS = st.lists(st.sampled_from(["a", "b", "c", "*"]), unique=True).map(tuple)
HOSTS = st.lists(st.sampled_from(["a.example", "b.example", "c.example"]), unique=True).map(tuple)
PUBLISHERS = st.builds(
    Publisher, st.just("room"), st.sampled_from(["The Room", "The Hall"]), HOSTS, IDS, IDS, st.integers(0, 3)
)
WORLD = ("a", "b", "c", "somewhere else")


def may(publisher: Publisher) -> set[tuple[str, object]]:
    """Everything that a publisher with these rights may do, one by one."""
    hosts = {("host", host) for host in publisher.hosts}
    venues = {("venue", id) for id in WORLD if {id, "*"} & set(publisher.venues)}
    themes = {("theme", id) for id in WORLD if {id, "*"} & set(publisher.themes)}
    everywhere = {("venue", "everywhere")} if "*" in publisher.venues else set()
    return {*hosts, *venues, *themes, *everywhere, *(("rank", rank) for rank in range(publisher.rank, 4))}


@given(PUBLISHERS, PUBLISHERS)
def test_rights_in_effect_are_what_is_both_granted_and_claimed(grant: Publisher, claim: Publisher) -> None:
    effective = limit_rights(grant, claim)
    assert may(effective) == may(grant) & may(claim)
    assert effective.name == grant.name


@given(PUBLISHERS, PUBLISHERS)
def test_a_request_names_exactly_what_is_claimed_beyond_the_grant(grant: Publisher, claim: Publisher) -> None:
    request = find_request(grant, claim)
    beyond = may(claim) > may(claim) & may(grant) or claim.name != grant.name
    assert (request is not None) == beyond
    for right in request.wanted_rights() if request else ():
        assert right.wanted != right.granted
    named = {right.kind for right in request.wanted_rights()} if request else set()
    assert bool(named) == beyond
    assert ("rank" in named) == (claim.rank < grant.rank)
    assert ("hosts" in named) == (not set(claim.hosts) <= set(grant.hosts))


@given(PUBLISHERS, PUBLISHERS)
def test_what_staff_allow_is_in_effect_and_nothing_is_lost(grant: Publisher, claim: Publisher) -> None:
    extended = extend_grant(grant, claim)
    assert find_request(extended, claim) is None
    assert may(extended) == may(grant) | may(claim)
    assert limit_rights(extended, claim) == claim


@given(PUBLISHERS, PUBLISHERS)
def test_another_claim_has_another_digest(first: Publisher, second: Publisher) -> None:
    grant = Publisher("room", "Nobody", (), (), (), 99)
    one, other = find_request(grant, first), find_request(grant, second)
    assert one and other
    assert (one.digest == other.digest) == (first == second)


def test_what_is_new_is_named_first() -> None:
    grant = Publisher("room", "The Room", ("a.example", "b.example"), ("a",), ("*",), 10)
    request = find_request(grant, replace(grant, hosts=("a.example", "new.example", "b.example"), rank=0))
    assert request
    assert list(request.wanted_rights()) == [
        ("hosts", ("a.example", "b.example"), ("new.example", "a.example", "b.example")),
        ("rank", ("10",), ("0",)),
    ]


def test_who_may_use_every_id_asks_for_none_and_keeps_the_right_to_all() -> None:
    grant = Publisher("room", "The Room", (), ("*",), ("*",), 10)
    claim = replace(grant, venues=("a",), themes=("b", "*"), rank=0)
    request = find_request(grant, claim)
    assert request
    assert [right.kind for right in request.wanted_rights()] == ["rank"]
    extended = extend_grant(grant, claim)
    assert (extended.venues, extended.themes) == (("*",), ("*",))
