"""Figures: every number of an article that counts or measures something."""

from __future__ import annotations

from armreader.extraction.quantities.figures import find_figures as find_figures
