"""Measurements: `make bench` runs them all; nothing here is asserted."""
