"""resources/fonts/letters.txt lists exactly the characters that the fonts can draw."""

from tests import fonts


def test_letters_txt_lists_the_characters_of_the_fonts() -> None:
    assert fonts.RANGES_FILE.read_text("ascii") == fonts.shared_ranges()
