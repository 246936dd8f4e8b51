"""Finds what a web page says for machines: blocks of JSON-LD, and microdata in the same shape."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from kiosk.authoring.imports.json_lines import JsonObject, read_json

_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
_ADDRESSES = {"a": "href", "link": "href", "area": "href", "img": "src", "audio": "src", "video": "src"}


@dataclass
class WebPage:
    """`items` are the values of its blocks, `broken` the lines of blocks that are no JSON."""

    title: str = ""
    language: str = ""
    items: list[Any] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)


def read_web_page(text: str) -> WebPage:
    """The JSON-LD and the microdata of a page; a broken block loses only itself."""
    reader = _PageReader()
    reader.feed(text)
    reader.close()
    return reader.page


@dataclass
class _Open:
    """An open element: where it adds what is said in it."""

    tag: str
    item: JsonObject | None = None
    names: tuple[str, ...] = ()
    owner: JsonObject | None = None
    text: list[str] = field(default_factory=list)
    is_said: bool = False


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = WebPage()
        self._open: list[_Open] = []
        self._script: list[str] | None = None
        self._script_line = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.page.language = values.get("lang", "")
        if tag == "script" and values.get("type", "").lower().startswith("application/ld+json"):
            start = self.get_starttag_text() or ""
            self._script, self._script_line = [], self.getpos()[0] + start.count("\n")
        element = self._make_element(tag, values)
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self._read_script("".join(self._script))
            self._script = None
        if not any(element.tag == tag for element in self._open):
            return
        while self._open:
            element = self._open.pop()
            self._close(element)
            if element.tag == tag:
                break

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)
            return
        if self._open and self._open[-1].tag == "title" and not self.page.title:
            self.page.title = " ".join(data.split())
        for element in self._open:
            if element.names and not element.is_said:
                element.text.append(data)

    def _read_script(self, text: str) -> None:
        try:
            self.page.items.append(read_json(text, self._script_line))
        except ValueError:
            self.page.broken.append(self._script_line)

    def _make_element(self, tag: str, values: dict[str, str]) -> _Open:
        """The element with its microdata; what its attributes say is added to the item around it."""
        owner = next((one.item for one in reversed(self._open) if one.item is not None), None)
        element = _Open(tag, names=tuple(values.get("itemprop", "").split()), owner=owner)
        if "itemscope" in values:
            element.item = JsonObject({"@type": values.get("itemtype", "")})
            element.item.line = self.getpos()[0]
            self._say(element, element.item)
            if owner is None or not element.names:
                self.page.items.append(element.item)
        elif element.names:
            said = values.get("content") or values.get("datetime") or values.get(_ADDRESSES.get(tag, ""))
            if said is not None or tag in _VOID:
                self._say(element, said or "")
        return element

    def _close(self, element: _Open) -> None:
        if element.names and not element.is_said:
            self._say(element, "".join(element.text).strip())

    def _say(self, element: _Open, value: object) -> None:
        element.is_said = True
        for name in element.names if element.owner is not None else ():
            assert element.owner is not None
            known = element.owner.get(name)
            several = known if isinstance(known, list) else [] if known is None else [known]
            element.owner[name] = [*several, value] if several else value
