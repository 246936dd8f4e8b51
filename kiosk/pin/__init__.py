"""The staff PIN: generates, hashes and checks it, and locks it after too many wrong tries."""
