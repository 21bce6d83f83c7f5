"""What an analysis can be written as: JSON, PLOVER JSON, brat standoff, one HTML page.

Every format is a module with pure functions from an Analysis to text; who writes it where is the caller's business.
"""
