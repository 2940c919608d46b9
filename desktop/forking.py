"""The first notebook process as a fork: on Linux that saves the start of another interpreter."""

import os
import select
import sys
from collections.abc import Sequence

SHOW = b'show {"reason": "start"}\n'
"""What the first notebook process is told."""


class Forked:
    """A child process made by `fork`, with what `subprocess.Popen` has and we use."""

    def __init__(self, pid: int, stdin: int, stdout: int) -> None:
        """Take over the process `pid` and our ends of its pipes."""
        self._pid = pid
        self._ended = False
        self.stdin = os.fdopen(stdin, "wb")
        self.stdout = os.fdopen(stdout, "rb")

    def paint(self) -> None:
        """Ask it to show its window, and wait until it says something or ends."""
        self.stdin.write(SHOW)
        self.stdin.flush()
        select.select([self.stdout], [], [])

    def wait(self) -> None:
        """Wait until it has ended."""
        os.waitpid(self._pid, 0)
        self._ended = True

    def kill(self) -> None:
        """End it at once, if it has not ended."""
        if not self._ended:
            os.kill(self._pid, 9)


def fork(arguments: Sequence[str]) -> Forked:
    """Start a notebook as a fork of this process, which must have no threads."""
    child_input, our_output = os.pipe()
    our_input, child_output = os.pipe()
    pid = os.fork()
    if pid:
        os.close(child_input)
        os.close(child_output)
        return Forked(pid, our_output, our_input)
    status = 1
    try:
        os.close(our_input)  # or it would never see that we are gone
        os.close(our_output)
        os.dup2(child_input, 0)
        os.dup2(child_output, 1)
        from desktop import notebook

        status = notebook.main(arguments)
    except BaseException:
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(status)
