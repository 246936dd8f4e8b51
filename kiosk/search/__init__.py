"""How people type what they look for, and which words of a programme they can mean by it."""
