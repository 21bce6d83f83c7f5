"""Who is who in a report."""
