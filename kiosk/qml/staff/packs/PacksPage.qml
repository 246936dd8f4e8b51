pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The page Event packs: the packs of the source, a preview of one, and the button that installs it.
Item {
    id: screen

    required property Models.PacksPage page
    readonly property Models.Installation installation: page.installation
    readonly property bool preview: page.state === "preview"
    readonly property bool canRollBack: installation.rollBackLabel !== "" && !preview

    Scroller {
        anchors.bottom: buttons.visible ? buttons.top : parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Row {
            spacing: Theme.gap
            visible: screen.page.sourceName !== "" && screen.page.state !== "installation"
            width: parent.width

            Icon {
                anchors.verticalCenter: place.verticalCenter
                colour: Theme.muted
                name: screen.page.isOnStick ? "bold/usb" : "bold/network"
                side: Theme.iconSmall
            }

            Label {
                id: place

                color: Theme.muted
                text: screen.page.sourceName
                width: parent.width - Theme.iconSmall - Theme.gap
            }
        }

        Label {
            font.weight: Theme.heavy
            lineHeight: Theme.titleLineHeight
            objectName: "packs-title"
            size: Theme.title
            text: screen.preview ? screen.page.title : Translations.text("staff.page.packs")
            visible: screen.page.state !== "installation"
            width: parent.width
        }

        Label {
            color: Theme.muted
            text: screen.page.currentProgramme
            visible: !screen.preview && screen.page.state !== "installation"
            width: parent.width
        }

        Column {
            spacing: Theme.gap
            visible: offers.count > 1 || screen.page.state === "offers" || screen.page.state === "trouble"
            width: parent.width

            Repeater {
                id: offers

                model: screen.page.state === "installation" ? null : screen.page.offers

                delegate: OfferCard {
                    required property int index
                    required property string title

                    label: title
                    objectName: "offer-" + index
                    width: parent?.width ?? 0

                    onTapped: screen.page.choose(index)
                }
            }
        }

        Label {
            font.weight: Theme.control
            objectName: "packs-line"
            text: screen.page.message
            visible: text !== ""
            width: parent.width
        }

        Loader {
            active: screen.preview
            visible: active
            width: parent.width

            sourceComponent: Preview {
                page: screen.page
            }
        }

        Loader {
            active: screen.page.state === "installation"
            visible: active
            width: parent.width

            sourceComponent: InstallationProgress {
                installation: screen.installation
            }
        }
    }

    Rectangle {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        color: Theme.card
        height: Theme.dock
        visible: screen.page.state === "installation" || (screen.preview && screen.page.canInstall) || screen.canRollBack

        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            layoutDirection: Qt.RightToLeft
            spacing: Theme.gutter

            StaffButton {
                icon: "bold/download-simple"
                label: Translations.text("staff.install")
                main: true
                objectName: "install"
                visible: screen.preview && screen.page.canInstall

                onTapped: screen.page.install()
            }

            StaffButton {
                enabled: !screen.installation.isCancelling
                icon: "bold/x"
                label: Translations.text("staff.cancel")
                objectName: "cancel"
                visible: screen.page.state === "installation" && screen.installation.isRunning

                onTapped: screen.installation.cancel()
            }

            StaffButton {
                label: Translations.text("staff.fine")
                main: true
                objectName: "fine"
                visible: screen.page.state === "installation" && !screen.installation.isRunning

                onTapped: screen.installation.dismiss()
            }

            StaffButton {
                icon: "bold/arrow-counter-clockwise"
                label: screen.installation.rollBackLabel
                objectName: "go-back"
                visible: screen.canRollBack

                onTapped: screen.installation.rollBack()
            }
        }
    }
}
