"""Fuzzing with atheris: ``python -m tests.fuzz TARGET CORPUS_DIR [LIBFUZZER_OPTION]...``."""
