"""Creates, reads and rotates the keys in a publisher's keys folder."""
