"""The weights that choose the place of a harm: how they are trained.

1. `python -m training.places.choices train > rows.jsonl`: each annotated figure with the features of every place named.
2. `python -m training.places.fit rows.jsonl`: writes `src/sayso/knowledge/vocab/places_head.json`, with numpy alone.
"""
