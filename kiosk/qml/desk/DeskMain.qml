pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The window of the desk: the rail with its steps, and the step that is shown. Text keeps its size when the window is
// resized; what there is more room for is more of it.
Item {
    id: root

    required property Desk desk
    required property real scaling

    focus: true

    Binding {
        property: "screenWidth"
        target: Theme
        value: 1152 * root.scaling
    }

    Binding {
        property: "screenHeight"
        target: Theme
        value: 648 * root.scaling
    }

    Binding {
        property: "shell"
        target: Translations
        value: root.desk
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
    }

    DeskRail {
        id: rail

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: parent.top
        desk: root.desk
        enabled: root.desk.isAlone
    }

    Item {
        id: page

        anchors.bottom: parent.bottom
        anchors.left: rail.right
        anchors.right: parent.right
        anchors.top: parent.top

        Loader {
            active: root.desk.isAlone && root.desk.step === "source"
            anchors.fill: parent

            sourceComponent: SourceStep {
                desk: root.desk
                page: root.desk.source
            }
        }

        Loader {
            active: root.desk.isAlone && root.desk.step === "check"
            anchors.fill: parent

            sourceComponent: CheckStep {
                languages: root.desk.languages
                page: root.desk.check
                pictures: root.desk.pictures
                preview: root.desk.preview
            }
        }

        Loader {
            active: root.desk.isAlone && root.desk.step === "stick"
            anchors.fill: parent

            sourceComponent: StickStep {
                keys: root.desk.keys
                page: root.desk.stick
            }
        }

        Loader {
            active: root.desk.isAlone && root.desk.step === "receipts"
            anchors.fill: parent

            sourceComponent: ReceiptsStep {
                page: root.desk.receipts
            }
        }

        EmptyState {
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: parent.verticalCenter
            title: Translations.text("desk.elsewhere")
            visible: !root.desk.isAlone
        }
    }

    // The source may be dropped wherever somebody lets it go.
    DropArea {
        anchors.fill: parent
        enabled: root.desk.isAlone

        onDropped: drop => {
            if (drop.hasUrls) {
                root.desk.source.drop(drop.urls);
                root.desk.openStep("source");
                drop.accept();
            }
        }

        Rectangle {
            anchors.fill: parent
            border.color: Theme.accent
            border.width: Theme.outline
            color: Theme.clear
            visible: parent.containsDrag
        }
    }

    TapFeedback {}
}
