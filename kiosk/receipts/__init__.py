"""Signed reports of install attempts: written by a kiosk, read and summarised by the mission."""
