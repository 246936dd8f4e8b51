"""Builds the search index of a small programme in the window's process."""

from kiosk.viewmodels.session import Session


def prepare_search(session: Session) -> bool:
    """Build the index of a small programme in memory, a fraction of a second; whether there is an index."""
    if session.search or session.programme is None:
        return session.search is not None
    from kiosk.programme.event_search import Search
    from kiosk.programme.search_index_builder import index
    from kiosk.programme.search_index_file import small
    from kiosk.store.search_index import SearchIndex

    if small(session.programme):
        programme = session.programme.catalogue
        session.search = Search(programme, SearchIndex(index(programme)))
    return session.search is not None
