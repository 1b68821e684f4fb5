"""All mutations, and what a good export is read as."""

from __future__ import annotations

from checking.mutations.docx import DOCX
from checking.mutations.html import HTML
from checking.mutations.mutation import Mutation
from checking.mutations.pdf import PDF

MUTATIONS: tuple[Mutation, ...] = (*PDF, *DOCX, *HTML)
