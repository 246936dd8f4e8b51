"""What installing a pack would change, as records and as text for staff."""
