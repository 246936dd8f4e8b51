import QtQuick
import kiosk.qml.theme

// Scrolls a column: by dragging, and with large buttons beside or below it.
Item {
    id: scroller

    default property alias content: column.data
    property alias hasMore: pager.hasMore
    property alias beside: pager.beside
    property alias edge: pager.edge

    signal moreRequested

    // What is left of the height below a content of that height.
    function room(height: real): real {
        return scroller.height - height - column.spacing - 2 * column.y;
    }

    function toTop(): void {
        pager.toTop();
    }

    // Scrolls as far as it takes to have the whole item in sight, its top at least.
    function reveal(item: Item): void {
        const top = item.mapToItem(column, 0, 0).y + column.y;
        const lowest = Math.max(0, top + item.height - flick.height + Theme.gutter);
        const wanted = Math.min(Math.max(flick.contentY, lowest), Math.max(0, top - Theme.gap));
        pager.show(wanted);
    }

    Flickable {
        id: flick

        anchors.bottom: parent.bottom
        anchors.bottomMargin: pager.bar
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: pager.beside ? Theme.rail + Theme.gutter : 0
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.height + 2 * column.y
        contentWidth: width

        Column {
            id: column

            spacing: Theme.gutter
            width: flick.width - pager.edge - (pager.beside ? Theme.gutter : pager.edge)
            x: pager.edge
            y: Theme.space(3)
        }
    }

    Pager {
        id: pager

        anchors.fill: parent
        flick: flick

        onMoreRequested: scroller.moreRequested()
    }
}
