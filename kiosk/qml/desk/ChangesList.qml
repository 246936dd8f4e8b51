pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import kiosk.qml.components
import kiosk.qml.staff.packs
import kiosk.qml.theme
import kiosk.viewmodels as Models

// What the programme changes against an earlier pack, as staff at the kiosk will read it.
Item {
    id: changes

    required property Models.CheckPage page

    FileDialog {
        id: packDialog

        nameFilters: ["*.kpack"]

        onAccepted: changes.page.comparePack(selectedFile)
    }

    Column {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.space(1)

        Label {
            color: Theme.muted
            objectName: "comparison"
            size: Theme.small
            text: changes.page.comparison
            width: parent.width
        }

        DeskButton {
            icon: "bold/package"
            label: Translations.text("desk.check.choose_pack")
            objectName: "choose-pack"

            onTapped: packDialog.open()
        }
    }

    DeskList {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.gap
        model: changes.page.changes
        objectName: "changes"

        delegate: ChangeCard {
            width: list.width - Theme.space(3)
        }
    }

    EmptyState {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        icon: "bold/check-circle"
        title: Translations.text("desk.check.no_changes")
        visible: list.count === 0 && changes.page.isCompared
    }
}
