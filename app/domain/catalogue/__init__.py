"""The shop's catalogue: what a file of it holds, what an import changes, and how it is written."""
