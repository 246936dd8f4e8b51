import QtQuick
import kiosk.qml.components
import kiosk.qml.theme

// The button to the previous page, always in the same corner.
PillButton {
    edge: Theme.clear
    icon: "bold/arrow-left"
    label: Translations.text("screens.nav.back")
    radius: Theme.radiusButton
}
