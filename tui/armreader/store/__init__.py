"""What was extracted and linked, kept so that no work is done twice."""
