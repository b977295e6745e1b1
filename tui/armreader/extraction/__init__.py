"""Stage 2: one article to its annotations, knowing no other article."""
