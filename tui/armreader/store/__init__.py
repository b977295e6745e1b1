"""Results of extraction and linking, kept so that no work is done twice."""
