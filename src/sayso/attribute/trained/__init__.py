"""The trained attributor: pieces and parse in, cues and the roles around them out."""
