"""`python -m prexport` is `prexport`."""

from prexport.cli import main

main()
