"""Stage 1: paths to articles. Decoding, cleaning, formats, layout and metadata."""
