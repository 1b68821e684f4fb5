"""Drawn pictures that stand in for press photos in the samples; Pillow only, no fonts, no clock, no chance."""
