"""The log of incidents, and what is counted of it."""
