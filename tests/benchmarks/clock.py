"""Processor time, the measure of all benchmarks here: it does not count what others compute."""

import resource
import subprocess
import time
from collections.abc import Callable, Sequence


def clock(work: Callable[[], object]) -> float:
    """Return the processor time that ``work()`` takes, in seconds."""
    began = time.process_time()
    work()
    return time.process_time() - began


def clock_command(command: Sequence[str]) -> float:
    """Return the processor time of a command and its children, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
