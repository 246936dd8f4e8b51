"""Where packs come from: sticks as the system lists them, files on a stick or share, their way here."""
