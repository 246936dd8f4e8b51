"""Makes a small programme searchable within the interface process."""

from kiosk.viewmodels.session import Session


def prepare(session: Session) -> bool:
    """Make the index of a small programme in memory, a fraction of a second; whether one can search now."""
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
