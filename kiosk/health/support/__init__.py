"""The support bundle: what a technician who is far away needs, as one file without secrets."""
