"""Reports: findings as text, in colour, and as data for other programs."""
