"""The kiosk as a running program: composition root, window, printed health report."""
