"""The kiosk's press: flyers about what is shown are made, remembered, printed, and found out of date."""
