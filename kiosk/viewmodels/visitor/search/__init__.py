"""The search page and its on-screen keyboard."""
