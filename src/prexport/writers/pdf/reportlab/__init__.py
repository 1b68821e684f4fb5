"""The archive engine: pages of a fixed, sober layout, made with ReportLab."""
