"""The rules for what a pack may say, for its author and for the kiosk (docs/pack-rules.md)."""
