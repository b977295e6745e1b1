"""Makes the tables of ``armreader.extraction.grammar`` from dependency treebanks."""
