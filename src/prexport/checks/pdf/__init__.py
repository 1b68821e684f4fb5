"""Fast checks of a PDF in Python alone, which run whatever else is installed."""
