"""Installs, rolls back, revokes and recovers packs in the library folder, and reports its status."""
