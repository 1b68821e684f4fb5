"""The policy of a house: which findings count, how much, and which are excused, for how long and why."""
