"""Lists sticks and the pack files on sticks and shares, and detects and translates their failures."""
