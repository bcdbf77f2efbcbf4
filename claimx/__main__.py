"""``python -m claimx``: the same as the command ``claimx``."""

from claimx.cli import app

app(prog_name="claimx")
