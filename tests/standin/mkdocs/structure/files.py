from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any


class InclusionLevel(Enum):
    NOT_IN_NAV = 1


@dataclass(eq=False)
class File:
    """A file that is in a folder, or was made by a hook."""

    src_uri: str
    src_dir: str | None = None
    abs_src_path: str | None = None
    content: str | bytes | None = None

    @classmethod
    def generated(
        cls,
        config: object,
        src_uri: str,
        *,
        content: str | bytes | None = None,
        abs_src_path: str | None = None,
        inclusion: InclusionLevel | None = None,
    ) -> File:
        return cls(src_uri, abs_src_path=abs_src_path, content=content)

    @property
    def is_page(self) -> bool:
        return self.src_uri.endswith(".md")

    @property
    def url(self) -> str:
        return self.src_uri.removesuffix(".md") + ".html" if self.is_page else self.src_uri

    def read(self) -> bytes:
        if self.content is not None:
            return self.content.encode() if isinstance(self.content, str) else self.content
        return Path(self.abs_src_path or f"{self.src_dir}/{self.src_uri}").read_bytes()


class Files(list[Any]):
    """All files of the site."""
