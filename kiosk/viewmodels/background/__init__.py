"""What runs behind the pages: child processes, sticks, the share, new generations, the search index."""
