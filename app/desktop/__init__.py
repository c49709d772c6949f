"""What differs between desktops: opening files, showing folders."""
