pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.staff.pin
import kiosk.qml.theme
import kiosk.viewmodels

// The staff area: first the PIN pad, then the navigation rail and a page.
Rectangle {
    id: screen

    required property StaffArea area
    readonly property bool isUnlocked: area.isUnlocked && area.page !== "pin" && area.page !== "keep"

    color: Theme.paper

    Loader {
        active: screen.area.page === "pin"
        anchors.fill: parent

        sourceComponent: PinScreen {
            area: screen.area
        }
    }

    Loader {
        active: screen.area.page === "keep"
        anchors.fill: parent

        sourceComponent: NewPinScreen {
            area: screen.area
        }
    }

    Loader {
        id: rail

        active: screen.isUnlocked
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        height: Theme.portrait ? implicitHeight : parent.height
        width: Theme.portrait ? parent.width : implicitWidth

        sourceComponent: NavigationRail {
            area: screen.area
        }
    }

    Loader {
        active: screen.area.page === "fault"
        anchors.fill: page

        sourceComponent: FaultScreen {
            area: screen.area
        }
    }

    WarningBanner {
        id: warnings

        anchors.left: page.left
        anchors.right: parent.right
        anchors.top: parent.top
        others: screen.area.otherWarnings
        rows: screen.isUnlocked ? screen.area.warnings : null

        onTapped: screen.area.show("health")
    }

    Loader {
        id: page

        readonly property string file: screen.isUnlocked && screen.area.page !== "fault" ? screen.area.page : ""

        anchors.bottom: Theme.portrait ? rail.top : parent.bottom
        anchors.left: Theme.portrait ? parent.left : rail.right
        anchors.right: parent.right
        anchors.top: warnings.bottom

        onFileChanged: {
            if (file === "")
                source = "";
            else
                setSource(`${file}/${file[0].toUpperCase()}${file.slice(1)}Page.qml`, {
                    page: screen.area.current
                });
        }
    }
}
