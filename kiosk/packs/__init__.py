"""The pack file: strict reading, signatures and limits; whatever comes in here is not trusted yet."""
