"""The head that tells the kind of a happening: how it is trained.

1. `python -m training.happenings.signs train > signs.jsonl` in the project's own environment: what the head looks at;
   `python -m training.happenings.signs invented > invented.jsonl`: the same of the invented reports of `reports.yaml`.
2. `python training/happenings/fit.py signs.jsonl --invented invented.jsonl [--table]` in an environment with numpy and
   scipy: writes `src/sayso/knowledge/vocab/events_head.json`; `--table` prints how it does on articles not seen.
"""
