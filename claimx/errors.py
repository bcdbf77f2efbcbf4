"""What a user can mend, as one line and an exit code.

ClaimxError              1  some input failed
├── InputError           1  an article cannot be read
├── UsageError           2  the arguments do not fit together
└── SetupError           3  the installation is not complete
    ├── ModelError       3  the language model is missing, damaged or lacks a component
    └── LexiconError     3  a word list does not fit its schema
"""


class ClaimxError(Exception):
    """Say what was found, where, and what to do, in one line."""

    exit_code = 1


class InputError(ClaimxError):
    """An article cannot be read."""


class UsageError(ClaimxError):
    """The arguments do not fit together."""

    exit_code = 2


class SetupError(ClaimxError):
    """The installation is not complete."""

    exit_code = 3


class ModelError(SetupError):
    """The language model is missing, damaged or lacks a component."""


class LexiconError(SetupError):
    """A word list does not fit its schema."""
