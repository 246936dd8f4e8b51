"""What the screens are told: the only QObjects, derived from the library by plain functions."""
