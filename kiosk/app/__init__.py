"""The kiosk as a running program: its composition root, its window, the printed health report."""
