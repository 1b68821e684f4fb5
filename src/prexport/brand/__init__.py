"""Brands: how a release looks. `load_brand` reads one, `tokens` says what it holds."""
