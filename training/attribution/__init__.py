"""The attribution model: what it learns from, its designs, its training, and the files that are shipped."""
