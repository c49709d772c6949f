"""From a file to pages of text with word boxes, and to page images."""
