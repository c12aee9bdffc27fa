"""Speed, as ratios measured in one run: `make bench`. Nothing here is asserted in a test; docs/performance.md keeps the figures."""
