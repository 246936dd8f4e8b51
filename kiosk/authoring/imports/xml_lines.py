"""Reads XML that others wrote, so that every element knows on which line it begins."""

from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser


class XmlElement(Element):
    """An element; `line` counts from 1."""

    line = 0


def read_xml(data: bytes) -> Element:
    """The root element. ValueError when it is no XML, or has entities of its own or a reference to a file."""

    def make(tag: str, attributes: dict[str, str]) -> Element:
        element = XmlElement(tag, attributes)
        element.line = parser.parser.CurrentLineNumber
        return element

    parser = DefusedXMLParser(target=TreeBuilder(element_factory=make))
    try:
        parser.feed(data)
        root: Element = parser.close()
        return root
    except (ParseError, DefusedXmlException) as error:
        raise ValueError(str(error)) from error
