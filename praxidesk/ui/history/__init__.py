"""The history: what was done, by whom and from where."""
