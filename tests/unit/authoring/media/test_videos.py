"""Videos and captions of a source: loaded for a pack, and the problems with them."""

from pathlib import Path

import pytest

from kiosk.authoring.building.build_pack import check_source
from kiosk.authoring.building.write_database import required_schema_version, write_database
from kiosk.authoring.media.captions import CaptionsError, read_captions
from kiosk.authoring.source.load_source import load_source
from kiosk.base.model import Caption, MediaKind
from kiosk.store.catalogue import Catalogue
from tests.source_builder import TALK_TOML, png_picture, problem_places, write_source
from tests.videos import make_video

CAPTIONS = """WEBVTT

00:00.500 --> 00:01.000 align:start
<v Aigul>Hello &amp; <b>welcome</b>
to all

01:00:01.000 --> 01:00:02.000
The end
"""
VIDEO = """
[[media]]
kind = "video"
file = "media/film.webm"
poster = "media/hall.png"
url = "https://kz.usembassy.gov/film"
captions = { en = "media/film.en.vtt", ru = "media/film.ru.vtt" }
alt = { en = "A", kk = "Ә", ru = "А" }
"""


def write_video_source(folder: Path, media: str = VIDEO) -> Path:
    """A talk with a video, a poster and captions."""
    files = {"events/talk.toml": TALK_TOML + media, "media/hall.png": png_picture()}
    made = write_source(folder, files)
    for language in ("en", "ru"):
        (folder / f"media/film.{language}.vtt").write_text(CAPTIONS, "utf-8")
    make_video(folder / "media/film.webm")
    return made


def test_a_video_with_all_fields_is_in_the_programme(tmp_path: Path) -> None:
    found = check_source(write_video_source(tmp_path / "source"))
    assert found.warnings == ()
    (media,) = found.programme.events[1].media
    assert (media.kind, media.width, media.height, media.duration) == (MediaKind.VIDEO, 320, 180, 2)
    assert media.url == "https://kz.usembassy.gov/film"
    assert media.poster == found.media.pictures["media/hall.png"].file
    captions = (Caption(500, 1000, "Hello & welcome to all"), Caption(3_601_000, 3_602_000, "The end"))
    assert media.captions == {"en": captions, "ru": captions}
    write_database(found.programme, tmp_path / "db")
    assert Catalogue((tmp_path / "db").read_bytes()).event("talk").media == (media,)


def test_only_new_fields_require_a_newer_program(tmp_path: Path) -> None:
    plain = VIDEO.replace('url = "https://kz.usembassy.gov/film"\n', "")
    plain = "".join(line for line in plain.splitlines(True) if not line.startswith("captions"))
    assert required_schema_version(load_source(write_video_source(tmp_path / "plain", plain)).programme) == 1
    assert required_schema_version(load_source(write_video_source(tmp_path / "captioned")).programme) == 2


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ('kind = "video"', 'kind = "picture"', [
            ("captions", "video_only"), ("file", "media_unreadable"), ("poster", "video_only"),
            ("url", "video_only"),
        ]),
        ('poster = "media/hall.png"\n', "", [("", "video_poster")]),
        ("media/film.ru.vtt", "media/none.vtt", [("captions.ru", "media_missing")]),
        ("media/film.ru.vtt", "media/hall.png", [("captions.ru", "captions_unreadable")]),
        ("https://kz.usembassy.gov/film", "https://example.org/film", [("url", "link_host")]),
        ("{ en = \"media", "{ de = \"media/film.en.vtt\", en = \"media", [("captions.de", "choice")]),
    ],
)  # fmt: skip
def test_inconsistent_media_fields_are_problems(
    right: str, wrong: str, found: list[tuple[str, str]], tmp_path: Path
) -> None:
    places = problem_places(write_video_source(tmp_path, VIDEO.replace(right, wrong)))
    problems = [(field, code) for _, _, field, code in places if code != "media_unused"]
    assert sorted(problems) == [(f"media[1].{field}".rstrip("."), code) for field, code in found]


def test_a_second_video_is_a_problem(tmp_path: Path) -> None:
    assert problem_places(write_video_source(tmp_path, VIDEO + VIDEO)) == [
        ("events/talk.toml", 30, "media[2].kind", "video_twice")
    ]


def test_a_video_that_no_kiosk_can_play_is_a_problem(tmp_path: Path) -> None:
    folder = write_video_source(tmp_path)
    make_video(folder / "media/film.webm", video="libsvtav1")
    assert [(field, code) for _, _, field, code in problem_places(folder)] == [
        ("media[1].file", "video_codec")
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "unreadable"),
        ("WEBVTT\n", "unreadable"),
        ("1\n00:00:01,000 --> 00:00:02,000\nSubRip\n", "unreadable"),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nback\n", "order"),
        ("WEBVTT\n\n00:02.000 --> 00:03.000\nb\n\n00:01.000 --> 00:04.000\na\n", "order"),
        (f"WEBVTT\n\n00:01.000 --> 00:02.000\n{'long' * 51}\n", "text"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nhid\u202eden\n", "text"),
    ],
)
def test_unusable_captions_are_a_problem(text: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "x.vtt").write_text(text, "utf-8")
    with pytest.raises(CaptionsError) as caught:
        read_captions(tmp_path / "x.vtt")
    assert caught.value.code == f"captions_{reason}"
