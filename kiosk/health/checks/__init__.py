"""The health checks, one module for each part of the kiosk."""
