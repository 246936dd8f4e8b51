"""The monthly report: programmes held at this Corner, attendance, use of the screen, flyers printed."""
