"""Where places lie on a map of Kazakhstan, and where their names go so that none covers another."""
