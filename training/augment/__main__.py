"""python -m training.augment --seed 7 --count 3000 -o FILE: invented, tagged passages, one JSON object a line."""

import argparse
import json
import sys
from pathlib import Path

from training.augment.compose import passages


def main() -> int:
    """Write the passages; 2 where what was asked for cannot be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    arguments = parser.parse_args()
    try:
        with arguments.output.open("w", encoding="utf-8") as out:
            for record in passages(arguments.seed, arguments.count):
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
    except (OSError, ValueError) as error:
        sys.stderr.write(f"augment: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
