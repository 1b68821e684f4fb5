"""Rules over artefacts: the PDF, DOCX or HTML that was made from a release, or by anybody else."""

from __future__ import annotations

from prexport.rules.rule import Rule

ARTEFACT_RULES: tuple[Rule, ...] = ()
