"""The embedded language model: its files, and how it is trained, exported and measured."""
