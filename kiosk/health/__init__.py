"""Health checks of each part of the kiosk, and their report in three languages with remedies."""
