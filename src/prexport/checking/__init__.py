"""`prexport check`: files in, findings out, whatever the files are.

paths ──expand──> files ──kind──> jobs ──┬─ reading (a child process with limits): fast checks, fidelity
                                         ├─ judges: veraPDF, Open XML SDK, axe, Nu; a process each
                                         └─ cache
                                              └──> outcomes ──compare──> what artefacts of one release differ in
"""
