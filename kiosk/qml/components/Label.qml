import QtQuick
import kiosk.qml.theme

// Draws `text` as it is set: with the spaces, hyphens, dashes and quotation marks of its language.
DrawnText {
    override property string text

    drawn: Translations.typeset(text)
}
