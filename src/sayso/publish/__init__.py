"""Incidents and assessments as briefs, tables and records."""
