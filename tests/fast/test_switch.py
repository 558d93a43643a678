"""The switch that turns the compiled paths off, in several threads, and locks across forks."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from contextlib import ExitStack

import pytest

from ecr_decode import plain_only
from ecr_decode.fast.switch import SWITCH
from ecr_decode.lock import ForkLock


def test_the_switch_is_on_again_when_the_last_of_several_leaves() -> None:
    first, second = ExitStack(), ExitStack()
    first.enter_context(plain_only())
    second.enter_context(plain_only())
    first.close()
    assert not SWITCH.on
    second.close()
    assert SWITCH.on


def test_the_switch_is_on_after_an_exception() -> None:
    with pytest.raises(LookupError), plain_only():
        raise LookupError
    assert SWITCH.on


def test_the_environment_turns_it_off_for_good() -> None:
    script = (
        "from ecr_decode import plain_only\n"
        "from ecr_decode.fast.switch import SWITCH\n"
        "with plain_only(): pass\n"
        "print(SWITCH.on)"
    )
    environment = {**os.environ, "ECR_DECODE_PLAIN": "1"}
    shown = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )
    assert shown.stdout == "False\n"


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
FORKING = """
import os, sys, threading
from ecr_decode.lock import ForkLock

lock, held, let_go = ForkLock(), threading.Event(), threading.Event()

def hold():
    with lock:
        held.set()
        let_go.wait({wait})

thread = threading.Thread(target=hold, daemon=True)
thread.start()
held.wait()
child = os.fork()
if child == 0:
    with lock, lock:
        os._exit(7)
let_go.set()
_, status = os.waitpid(child, 0)
with lock:
    print(os.waitstatus_to_exitcode(status))
"""


@needs_fork
@pytest.mark.parametrize("wait", [0.05, 30])
def test_a_lock_can_be_taken_after_a_fork_while_another_thread_held_it(wait: float) -> None:
    script = FORKING.format(wait=wait)
    shown = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script], capture_output=True, text=True, check=True, timeout=20
    )
    assert shown.stdout == "7\n"


@needs_fork
def test_a_lock_that_the_forking_thread_holds_stays_its_own() -> None:
    lock = ForkLock()
    with lock:
        child = os.fork()
        if child == 0:
            other = threading.Thread(target=lock.__enter__, daemon=True)
            other.start()
            other.join(0.2)
            os._exit(3 if other.is_alive() else 4)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 3
