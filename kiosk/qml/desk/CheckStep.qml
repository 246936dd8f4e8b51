import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The second step: findings or changes on the left, beside them what visitors will see.
Item {
    id: step

    required property CheckPage page
    required property PreviewPanel preview
    required property Pictures pictures
    required property LanguageRows languages
    property string tab: "findings"

    Flow {
        id: tabs

        anchors.left: parent.left
        anchors.leftMargin: Theme.gutter
        anchors.right: pane.left
        anchors.rightMargin: Theme.space(1)
        anchors.top: parent.top
        anchors.topMargin: Theme.gutter
        spacing: Theme.space(1)

        DeskButton {
            chosen: step.tab === "findings"
            label: Translations.text("desk.check.findings")
            objectName: "tab-findings"

            onTapped: step.tab = "findings"
        }

        DeskButton {
            chosen: step.tab === "languages"
            label: Translations.text("desk.check.languages")
            objectName: "tab-languages"

            onTapped: step.tab = "languages"
        }

        DeskButton {
            chosen: step.tab === "pictures"
            label: Translations.text("desk.check.pictures")
            objectName: "tab-pictures"

            onTapped: step.tab = "pictures"
        }

        DeskButton {
            chosen: step.tab === "changes"
            label: Translations.text("desk.check.changes")
            objectName: "tab-changes"

            onTapped: step.tab = "changes"
        }
    }

    FindingsList {
        anchors.fill: lists
        page: step.page
        visible: step.tab === "findings"
    }

    MatrixList {
        anchors.fill: lists
        page: step.page
        preview: step.preview
        visible: step.tab === "languages"
    }

    PicturesList {
        anchors.fill: lists
        page: step.pictures
        visible: step.tab === "pictures"
    }

    ChangesList {
        anchors.fill: lists
        page: step.page
        visible: step.tab === "changes"
    }

    Item {
        id: lists

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.left: tabs.left
        anchors.right: pane.left
        anchors.rightMargin: Theme.gutter
        anchors.top: tabs.bottom
        anchors.topMargin: Theme.gap
    }

    PreviewPane {
        id: pane

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        languages: step.languages
        panel: step.preview
        width: Math.round(parent.width * 0.5)
    }
}
