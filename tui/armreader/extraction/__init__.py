"""Stage 2: from one article to its annotations, without looking at other articles."""
