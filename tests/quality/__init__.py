"""What `make quality` runs: it needs Node, and packages from npm."""
