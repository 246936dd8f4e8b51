"""The publishers that this kiosk trusts: their root metadata, their grants, what they ask for."""
