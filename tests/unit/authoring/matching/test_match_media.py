"""Pictures, videos and captions of a folder are given to the events of a source."""

import shutil
from pathlib import Path

import pytest
from PIL import Image

from kiosk.authoring.matching import prepare_video
from kiosk.authoring.matching.match_media import match_media
from kiosk.authoring.source.folder import read_source_folder
from kiosk.authoring.source.load_source import check_tables
from kiosk.authoring.source.problems import SourceProblems
from kiosk.authoring.source.raw_source import RawSource
from kiosk.authoring.writing.write_source import write_source
from tests.videos import make_video

ID = "love-to-code"


@pytest.fixture
def raw(checkout: Path) -> RawSource:
    return read_source_folder(checkout / "data/25-years-together")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pictures").mkdir()
    return tmp_path / "pictures"


def draw(path: Path, colour: str = "red") -> Path:
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (32, 18), colour).save(path)
    return path


def media(raw: RawSource, id: str = ID) -> list[dict[str, object]]:
    return list(raw.events[id].data.get("media", []))


def test_pictures_come_in_the_order_of_their_numbers(raw: RawSource, folder: Path) -> None:
    for name in ("10", "2", "1"):
        draw(folder / f"{ID}-{name}.png")
    draw(folder / f"{ID}.jpg")
    assert match_media(raw, folder) == []
    files = [f"media/{ID}.jpg", *(f"media/{ID}-{number}.png" for number in (1, 2, 10))]
    assert media(raw) == [{"kind": "picture", "file": file} for file in files]
    assert raw.find_file(files[1]) == folder / f"{ID}-1.png"


def test_the_missing_description_is_asked_for_at_the_event(raw: RawSource, folder: Path) -> None:
    draw(folder / f"{ID}.jpg")
    match_media(raw, folder)
    with pytest.raises(SourceProblems) as found:
        check_tables(raw)
    (problem,) = (problem for problem in found.value.problems if problem.is_error)
    assert (problem.code, problem.place.file) == ("alt_missing", f"events/{ID}.toml")


def test_a_description_that_waits_gets_its_picture(raw: RawSource, folder: Path) -> None:
    alt = {"kk": "Сурет", "ru": "Рисунок", "en": "A drawing"}
    data = {**raw.events[ID].data, "media": [{"alt": alt}]}
    raw.events[ID] = type(raw.events[ID])(ID, data, raw.events[ID].document)
    draw(folder / f"{ID}.png")
    match_media(raw, folder)
    assert media(raw) == [{"alt": alt, "kind": "picture", "file": f"media/{ID}.png"}]
    assert check_tables(raw).media.pictures.keys() >= {f"media/{ID}.png"}


def test_two_files_of_one_name_both_have_a_place(raw: RawSource, folder: Path) -> None:
    draw(folder / f"{ID}.png"), draw(folder / "Love to Code.png", "blue")
    match_media(raw, folder)
    assert [item["file"] for item in media(raw)] == [f"media/{ID}.png", f"media/{ID}-2.png"]
    assert set(raw.files.values()) == set(folder.iterdir())


def test_a_file_that_an_event_names_is_found_by_that_name(raw: RawSource, folder: Path) -> None:
    path = draw(folder / "Film-Festival-Poster.jpg")
    before = media(raw, "us-kz-film-festival")
    assert match_media(raw, folder) == []
    assert media(raw, "us-kz-film-festival") == before
    assert raw.find_file("media/film-festival-poster.jpg") == path


def test_matching_again_changes_nothing(raw: RawSource, folder: Path, tmp_path: Path) -> None:
    draw(folder / "Love to Code 2.png"), draw(folder / ID / "hall.png")
    match_media(raw, folder)
    write_source(raw, tmp_path / "source")
    before = {path: path.read_bytes() for path in (tmp_path / "source").rglob("*.*")}
    again = read_source_folder(tmp_path / "source")
    match_media(again, folder)
    write_source(again, tmp_path / "source")
    assert {path: path.read_bytes() for path in (tmp_path / "source").rglob("*.*")} == before


def test_what_is_left_out_is_told(raw: RawSource, folder: Path) -> None:
    for name in ("IMG_1.jpg", "love-to-kode.jpg"):
        draw(folder / name)
    for name in ("song.mp3", "text.docx", "love-to-code.vtt", "Thumbs.db", ".hidden.jpg"):
        (folder / name).touch()
    problems = match_media(raw, folder)
    assert {problem.place.file: problem.code for problem in problems} == {
        "IMG_1.jpg": "media_unmatched",
        "love-to-kode.jpg": "media_doubtful",
        "song.mp3": "media_sound",
        "text.docx": "media_other",
        "love-to-code.vtt": "media_captions",
    }
    assert not any(problem.is_error for problem in problems)
    assert media(raw) == [] and raw.files == {}


def test_a_video_has_its_captions_and_the_picture_of_its_name(raw: RawSource, folder: Path) -> None:
    make_video(folder / f"{ID}.webm")
    draw(folder / f"{ID}.png")
    draw(folder / f"{ID}-2.png")
    for language in ("ru", "kk"):
        (folder / f"{ID}.{language}.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:01.000\nСөз\n", "utf-8")
    assert match_media(raw, folder) == []
    assert media(raw) == [
        {"kind": "picture", "file": f"media/{ID}-2.png"},
        {
            "kind": "video",
            "file": f"media/{ID}.webm",
            "poster": f"media/{ID}-poster.png",
            "captions": {"kk": f"media/{ID}.kk.vtt", "ru": f"media/{ID}.ru.vtt"},
        },
    ]


def test_a_video_that_no_kiosk_plays_is_converted_and_gets_a_poster(
    raw: RawSource, folder: Path, tmp_path: Path
) -> None:
    make_video(folder / f"{ID}.mov", video="mpeg4", sound="aac")
    (tmp_path / "work").mkdir()
    assert match_media(raw, folder, tmp_path / "work") == []
    assert media(raw) == [{"kind": "video", "file": f"media/{ID}.mp4", "poster": f"media/{ID}-poster.jpg"}]
    alt = {"kk": "Бейне", "ru": "Видео", "en": "A video"}
    media(raw)[0]["alt"] = alt
    assert f"media/{ID}.mp4" in check_tables(raw).media.videos


def test_without_the_extra_the_check_says_what_is_wrong_with_a_video(
    raw: RawSource, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepare_video, "can_convert", lambda: False)
    make_video(folder / f"{ID}.mov", video="mpeg4", sound="aac")
    match_media(raw, folder, tmp_path)
    with pytest.raises(SourceProblems) as found:
        check_tables(raw)
    errors = {problem.code for problem in found.value.problems if problem.is_error}
    assert errors == {"alt_missing", "video_kind", "video_poster"}


def test_a_broken_video_is_left_to_the_check(raw: RawSource, folder: Path, tmp_path: Path) -> None:
    (folder / f"{ID}.avi").write_bytes(b"no video")
    match_media(raw, folder, tmp_path)
    assert media(raw) == [{"kind": "video", "file": f"media/{ID}.avi"}]


def test_media_that_are_no_list_are_left_to_the_check(raw: RawSource, folder: Path) -> None:
    raw.events[ID] = type(raw.events[ID])(
        ID, {**raw.events[ID].data, "media": "none"}, raw.events[ID].document
    )
    draw(folder / f"{ID}.png")
    match_media(raw, folder)
    assert raw.events[ID].data["media"] == "none"


def test_the_files_are_copied_with_the_source(raw: RawSource, folder: Path, tmp_path: Path) -> None:
    path = draw(folder / f"{ID}.png")
    match_media(raw, folder)
    shutil.copytree(next(iter(raw.display_paths)), tmp_path / "source")
    write_source(raw, tmp_path / "source")
    assert (tmp_path / "source" / "media" / f"{ID}.png").read_bytes() == path.read_bytes()
    assert "media" in (tmp_path / "source" / "events" / f"{ID}.toml").read_text("utf-8")
