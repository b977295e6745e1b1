"""armreader: a terminal reader of dossiers, many reports on one story."""

__version__ = "0.1.0"
