"""What there is to say of an event, to one reader at one moment: the same on the screen and on paper."""
