"""Fast checks of a web page in Python alone, which run whatever else is installed."""
