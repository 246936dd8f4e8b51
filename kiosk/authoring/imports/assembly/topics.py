"""Makes themes of the tracks and categories that a file names."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.authoring.imports.assembly.looks import choose_colour, choose_icon
from kiosk.authoring.imports.assembly.slugs import free_slug, make_slug
from kiosk.authoring.imports.assembly.texts import clean, one_line, shorten
from kiosk.base import limits
from kiosk.base.kiosk_toml.rules import LANGUAGES
from kiosk.base.text import TEXT_LIMITS
from kiosk.i18n.translator import translator
from kiosk.search.fold import fold


class TopicsError(ValueError):
    """There are more topics than a pack has room for; `names` are those beyond, the rarest last."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.names = names


class ThemeFinder:
    """Finds the theme of a topic among those that are there, by title, and makes the others.

    `made` are the new tables by id. What has no topic, and with `folds` every topic beyond the limit of a
    pack, belongs to one theme that is called 'Programme'.
    """

    def __init__(
        self,
        themes: Mapping[str, Mapping[str, Any]],
        topics: Sequence[str],
        languages: Sequence[str],
        *,
        folds: bool,
    ) -> None:
        """Make the themes of `topics`, one an event; the first of `languages` is theirs. TopicsError."""
        self.made: dict[str, dict[str, Any]] = {}
        self._there = themes
        self._languages = languages
        self._ids: dict[str, str] = {}
        for id, table in themes.items():
            titles = table.get("title")
            for title in titles.values() if isinstance(titles, dict) else ():
                self._ids.setdefault(fold(str(title)), id)
        counts = Counter(fold(_plain(topic)) for topic in topics)
        new = {
            fold(name): name for name in map(_plain, reversed(topics)) if name and fold(name) not in self._ids
        }
        names = [new[key] for key in counts if key in new]
        room = limits.THEMES - len(themes)
        if len(names) + ("" in counts) > room:
            kept = sorted(names, key=lambda name: (-counts[fold(name)], name))[: max(room - 1, 0)]
            if not folds:
                raise TopicsError([name for name in names if name not in kept])
            names = [name for name in names if name in kept]
        for name in names:
            self._ids[fold(name)] = self._make(name, {languages[0]: shorten(name, TEXT_LIMITS["title"])})

    def find(self, topic: str) -> str:
        """The id of the theme of a topic."""
        if found := self._ids.get(fold(_plain(topic))):
            return found
        usual = {code: translator(code).text("authoring.import_theme_name") for code in LANGUAGES}
        id = next((self._ids[fold(name)] for name in usual.values() if fold(name) in self._ids), "")
        if not id:
            id = self._make("programme", {code: usual[code] for code in LANGUAGES if code in self._languages})
            self._ids.update({fold(name): id for name in usual.values()})
        return id

    def icon(self, id: str) -> str:
        """The icon of a theme."""
        return str(self.made.get(id, self._there.get(id, {})).get("icon", "calendar-star"))

    def _make(self, name: str, title: Mapping[str, str]) -> str:
        id = free_slug(make_slug(name, "theme"), {*self._there, *self.made})
        colours = [str(table.get("colour")) for table in (*self._there.values(), *self.made.values())]
        self.made[id] = {"colour": choose_colour(colours), "icon": choose_icon(name), "title": dict(title)}
        return id


def _plain(topic: str) -> str:
    return one_line(clean(topic))
