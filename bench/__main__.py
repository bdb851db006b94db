"""`python -m bench`: all figures, one after the other."""

import runpy

for name in ("extract", "load", "api"):
    print(f"== {name}")
    runpy.run_module(f"bench.{name}", run_name="__main__")
