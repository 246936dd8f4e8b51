import QtQuick
import kiosk.qml.components
import kiosk.qml.staff
import kiosk.qml.theme
import kiosk.viewmodels as Models

// The preview of the page that will be printed, drawn from its PDF; with buttons when there are several pages.
Item {
    id: sheet

    required property Models.FlyersPage page

    Item {
        anchors.centerIn: picture
        height: picture.paintedHeight
        visible: picture.status === Image.Ready
        width: picture.paintedWidth

        Shadow {
            radius: 0
        }
    }

    Image {
        id: picture

        anchors.bottom: pageButtons.visible ? pageButtons.top : parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.gutter
        anchors.right: parent.right
        anchors.top: parent.top
        cache: false
        fillMode: Image.PreserveAspectFit
        mipmap: true
        objectName: "flyer-picture"
        source: sheet.page.picture
    }

    Label {
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: sheet.page.problem !== "" ? Theme.bad : Theme.muted
        font.weight: Theme.control
        horizontalAlignment: Text.AlignHCenter
        objectName: "flyer-trouble"
        text: sheet.page.problem !== "" ? sheet.page.problem : Translations.text("flyers.drawing")
        visible: sheet.page.picture === ""
    }

    Row {
        id: pageButtons

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gap
        visible: sheet.page.pageNumber !== ""

        StaffButton {
            icon: "bold/arrow-left"
            label: Translations.text("flyers.page.before")
            objectName: "page-before"
            once: false
            wordless: true

            onTapped: sheet.page.turnPage(-1)
        }

        Label {
            anchors.verticalCenter: parent.verticalCenter
            text: sheet.page.pageNumber
            wrapMode: Text.NoWrap
        }

        StaffButton {
            icon: "bold/arrow-right"
            label: Translations.text("flyers.page.next")
            objectName: "page-next"
            once: false
            wordless: true

            onTapped: sheet.page.turnPage(1)
        }
    }
}
