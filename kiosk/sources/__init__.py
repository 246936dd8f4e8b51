"""Where packs come from: sticks and shares."""
