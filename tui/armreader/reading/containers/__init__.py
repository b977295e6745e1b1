"""Files that contain articles: what is in each, piece by piece, without unpacking to disk."""
