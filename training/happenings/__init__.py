"""The head that tells the kind of a happening: how it is trained.

1. `python -m training.happenings.signs train > signs.jsonl` in the project's own environment: what the head looks at.
2. `python training/happenings/fit.py signs.jsonl [--table]` in an environment with numpy and scipy: writes
   `src/sayso/knowledge/vocab/events_head.json`; `--table` prints how it does on articles that it has not seen.
"""
