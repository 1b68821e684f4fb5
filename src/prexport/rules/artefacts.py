"""Rules over artefacts: the PDF, DOCX or HTML that was made from a release, or by anybody else."""

from __future__ import annotations

from prexport.rules.fidelity import FIDELITY_RULES
from prexport.rules.fixity import FIXITY_RULES
from prexport.rules.judges import JUDGE_RULES
from prexport.rules.page import PAGE_RULES
from prexport.rules.pdf import PDF_RULES
from prexport.rules.rule import Rule
from prexport.rules.word import WORD_RULES

ARTEFACT_RULES: tuple[Rule, ...] = (
    *JUDGE_RULES,
    *FIXITY_RULES,
    *FIDELITY_RULES,
    *PDF_RULES,
    *WORD_RULES,
    *PAGE_RULES,
)
