"""The exported object, and its text record by record."""

from __future__ import annotations

import json
from dataclasses import replace

from armreader.export.dossier_json import dossier_object, export_json
from armreader.opening.loading import empty_dossier
from dossiers import harbour_dossier


def test_the_pieces_are_the_text_of_the_whole_object() -> None:
    dossier = replace(harbour_dossier(), name='a "name"')
    for one in (dossier, empty_dossier("none")):
        whole = json.dumps(dossier_object(one), ensure_ascii=False, indent=1) + "\n"
        assert export_json(one) == whole
