"""From a publisher's folder of readable text to a signed pack."""
