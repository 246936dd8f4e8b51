"""Builds the search index of a small programme in the window's process."""

from kiosk.viewmodels.session import Session


def prepare_search(session: Session) -> bool:
    """Build the index of a small programme in memory, a fraction of a second; whether there is an index."""
    if session.search or session.programme is None:
        return session.search is not None
    from kiosk.programme.event_search import EventSearch
    from kiosk.programme.search_index_builder import build_search_index
    from kiosk.programme.search_index_file import is_small
    from kiosk.store.search_index import SearchIndex

    if is_small(session.programme):
        programme = session.programme.catalogue
        session.search = EventSearch(programme, SearchIndex(build_search_index(programme)))
    return session.search is not None
