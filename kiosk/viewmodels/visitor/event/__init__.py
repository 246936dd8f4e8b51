"""The event page: facts, QR codes, pictures, video, printing."""
