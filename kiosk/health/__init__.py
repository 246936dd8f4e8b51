"""How the kiosk stands: a look at each part of it, told in three languages with what to do about it."""
