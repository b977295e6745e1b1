"""Files that hold articles inside: what lies in each, piece by piece, without unpacking to disk."""
