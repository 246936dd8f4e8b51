pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The page Programmes: the pack to install first with its preview, the others behind a button. Buttons that undo each
// other never share a place: what installs and confirms stands on the right, what cancels, refuses and goes back on the left.
Item {
    id: screen

    required property Models.PacksPage page
    readonly property Models.Installation installation: page.installation
    readonly property Models.OtherProgramme other: page.other
    readonly property bool preview: page.state === "preview"
    readonly property bool busy: page.state === "installation" || page.state === "question"
    readonly property bool waits: page.state === "empty"
    readonly property bool canGoBack: other.backLabel !== "" && !busy
    readonly property bool listed: page.state === "offers" || (page.state === "trouble" && page.othersLabel === "")

    Scroller {
        anchors.bottom: buttons.visible ? buttons.top : parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Row {
            spacing: Theme.gap
            visible: screen.page.sourceName !== "" && !screen.busy
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
            visible: !screen.busy
            width: parent.width
        }

        Label {
            color: Theme.muted
            text: screen.page.currentProgramme
            visible: !screen.preview && !screen.busy
            width: parent.width
        }

        StaffButton {
            icon: "bold/package"
            label: screen.page.othersLabel
            objectName: "other-packs"
            visible: label !== "" && !screen.busy

            onTapped: screen.page.listPacks()
        }

        Column {
            spacing: Theme.gap
            visible: screen.listed
            width: parent.width

            Repeater {
                model: screen.listed ? screen.page.offers : null

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
            text: screen.page.message
            visible: text !== "" && !screen.waits
            width: parent.width
        }

        Loader {
            active: screen.page.request.isShown && !screen.busy
            visible: active
            width: parent.width

            sourceComponent: RightsCard {
                request: screen.page.request
            }
        }

        Loader {
            active: screen.preview
            visible: active
            width: parent.width

            sourceComponent: Preview {
                page: screen.page
            }
        }

        ForwardCard {
            other: screen.other
            visible: screen.other.forwardLabel !== "" && !screen.preview && !screen.busy
            width: parent.width
        }

        ShareCard {
            share: screen.page.share
            visible: screen.page.share.line !== "" && !screen.busy && !(screen.preview && screen.page.isOnStick)
            width: parent.width
        }

        // Below the buttons of the page, which it would push to where 'Cancel' comes up.
        StickAwaited {
            text: screen.page.message
            visible: screen.waits
            width: parent.width
        }

        Loader {
            active: screen.page.state === "question"
            visible: active
            width: parent.width

            sourceComponent: RollbackQuestion {
                other: screen.other
            }
        }

        Loader {
            active: screen.page.state === "installation"
            visible: active
            width: parent.width

            sourceComponent: InstallationProgress {
                page: screen.page
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
        visible: screen.busy || (screen.preview && screen.page.canInstall) || screen.canGoBack

        Row {
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter

            StaffButton {
                icon: "bold/arrow-counter-clockwise"
                label: screen.other.backLabel
                objectName: "go-back"
                visible: screen.canGoBack

                onTapped: screen.other.askBack()
            }

            StaffButton {
                label: Translations.text("staff.switch.no")
                objectName: "refuse"
                visible: screen.page.state === "question"

                onTapped: screen.other.refuse()
            }

            StaffButton {
                enabled: !screen.installation.isCancelling
                icon: "bold/x"
                label: Translations.text("staff.cancel")
                objectName: "cancel"
                visible: screen.page.state === "installation" && screen.installation.isRunning

                onTapped: screen.installation.cancel()
            }
        }

        Row {
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter

            StaffButton {
                icon: "bold/download-simple"
                label: screen.page.installLabel
                main: true
                objectName: "install"
                visible: screen.preview && screen.page.canInstall

                onTapped: screen.page.install()
            }

            StaffButton {
                label: screen.other.confirmLabel
                main: true
                objectName: "confirm"
                visible: screen.page.state === "question"

                onTapped: screen.other.confirm()
            }

            StaffButton {
                label: Translations.text("staff.fine")
                main: true
                objectName: "fine"
                visible: screen.page.state === "installation" && !screen.installation.isRunning

                onTapped: screen.installation.dismiss()
            }
        }
    }
}
