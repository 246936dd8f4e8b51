"""The staff PIN: drawn, hashed, checked, and locked after too many wrong attempts."""
