import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// Adds an event to the tray, with the date that was chosen, or removes it.
PillButton {
    required property TrayPage tray
    required property string eventId
    property string date: ""

    Accessible.checkable: true
    Accessible.role: Accessible.CheckBox
    chosen: tray.marked.includes(eventId)
    icon: "duotone/heart"
    label: Translations.text(chosen ? "screens.tray.marked" : "screens.tray.mark")
    objectName: "heart"
    once: true
    radius: Theme.radiusButton
    wordless: Theme.narrow

    onTapped: tray.toggle(eventId, date)
}
