"""The view-models of all pages and of the frame, and the background services: the only QObjects."""
