"""What all stages may ask: word lists, places, times, numbers, sources.

Import the module that you need: nothing loads from here.
"""
