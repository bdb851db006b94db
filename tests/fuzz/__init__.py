"""Random requests and random documents: a short seeded run in CI, half an hour each by `make fuzz`."""
