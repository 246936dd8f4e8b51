"""Background services: child processes, watchers of sticks, share and generations, the index builder."""
