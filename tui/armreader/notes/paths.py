"""Where notebooks are kept: one for each dossier, named after the paths that it was opened from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b
from pathlib import Path

from armreader.home.folders import bundled, folders


def default_notebook_path(dossier: str | Sequence[str]) -> Path:
    """The notebook of a dossier: of the path it was opened from, or of several together.

    The file has the folder's name, and a few digits to tell folders of the same name apart; the
    dossier that comes with the program has the same notebook wherever it is installed.
    """
    paths = [dossier] if isinstance(dossier, str) else list(dossier)
    whole = [str(Path(path).absolute()) for path in paths]
    name = Path(whole[0]).name if len(whole) == 1 else f"{len(whole)} paths"
    if whole == [str(bundled("seeds").absolute())]:
        return notebooks_folder() / "seeds.md"
    key = blake2b("\n".join(whole).encode("utf-8", "replace"), digest_size=3).hexdigest()
    slug = re.sub(r"[^\w.-]+", "-", name).strip("-.")[:60] or "dossier"
    return notebooks_folder() / f"{slug}-{key}.md"


def notebooks_folder() -> Path:
    """The folder for notebooks that the user has not put elsewhere."""
    return (folders().data / "notebooks").absolute()
