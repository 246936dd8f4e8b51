pragma ComponentBehavior: Bound

import QtQuick
import kiosk.qml.components
import kiosk.qml.theme
import kiosk.viewmodels

// The findings by cause, with a button for each severity that shows only those.
Item {
    id: findings

    required property CheckPage page

    Flow {
        id: chips

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.space(1)

        DeskButton {
            chosen: findings.page.severity === "error"
            label: Translations.text("desk.check.error") + " · " + findings.page.errors
            objectName: "show-error"
            visible: findings.page.errors > 0

            onTapped: findings.page.filterFindings("error")
        }

        DeskButton {
            chosen: findings.page.severity === "warning"
            label: Translations.text("desk.check.warning") + " · " + findings.page.warnings
            objectName: "show-warning"
            visible: findings.page.warnings > 0

            onTapped: findings.page.filterFindings("warning")
        }

        DeskButton {
            chosen: findings.page.severity === "repaired"
            label: Translations.text("desk.check.repaired") + " · " + findings.page.repaired
            objectName: "show-repaired"
            visible: findings.page.repaired > 0

            onTapped: findings.page.filterFindings("repaired")
        }
    }

    DeskList {
        id: list

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: chips.bottom
        anchors.topMargin: Theme.gap
        model: findings.page.findings
        objectName: "findings"

        delegate: FindingItem {
            width: list.width - Theme.space(3)
        }
    }

    EmptyState {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        icon: "bold/check-circle"
        title: Translations.text(findings.page.hasReport ? "desk.check.nothing" : "desk.check.nothing_yet")
        visible: list.count === 0
    }
}
