"""Hatchling hook: compile the PO catalogs and put them into the wheel as `bot/locales`.

Compiled catalogs are never committed. What is fuzzy or damaged is left out, so that it is shown in English.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogHook(BuildHookInterface[Any]):
    """Compiles `locales/*/LC_MESSAGES/*.po` for a standard wheel; an editable install reads the checkout."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled catalogs to the files of the wheel."""
        if version == "editable" or self.target_name != "wheel":
            return
        sys.path.insert(0, self.root)
        try:
            from bot.catalogs.compilation import compile_all  # noqa: PLC0415  # the project itself, once it is found
        finally:
            sys.path.remove(self.root)
        self._scratch = Path(tempfile.mkdtemp(prefix="ilecu-catalogs-"))
        shutil.copytree(Path(self.root, "locales"), self._scratch / "locales", ignore=shutil.ignore_patterns("*.mo"))
        for compiled in compile_all(self._scratch):
            build_data["force_include"][str(self._scratch / compiled.path)] = f"bot/{compiled.path}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the compiled catalogs; they are in the wheel now."""
        del version, build_data, artifact_path
        shutil.rmtree(getattr(self, "_scratch", Path("no-catalogs-compiled")), ignore_errors=True)
