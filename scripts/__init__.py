"""Chores of development; each is run by a target of the Makefile."""
