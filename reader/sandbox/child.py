"""The fork that reads one file: from an open file to JSON in a pipe. Nothing it raises leaves it but as a code."""

import errno
import gc
import json
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from reader import format, parsing, reading
from reader.pipeline import understand_both

ROOT = Path(__file__).resolve().parents[2]


def _facts(data: bytes) -> dict[str, Any]:
    try:
        document, minutes, other = understand_both(data, "")
    except parsing.NoMinutes as error:
        raise reading.Unreadable("no_minutes") from error
    except RecursionError as error:
        raise reading.Unreadable("too_deep") from error
    told = [format.to_json(one, places=True) if one else None for one in (minutes, other)]
    return {"format": document.format, "pages": document.pages, "minutes": told[0], "other": told[1]}


def _blocks(data: bytes) -> dict[str, Any]:
    return {"blocks": [asdict(block) for block in reading.read(data, "").blocks]}


ANSWERS: dict[str, Callable[[bytes], dict[str, Any]]] = {"facts": _facts, "blocks": _blocks}


def answer_to(what: str, source: int) -> dict[str, Any]:
    """The answer, or `refused` with a code and its params, or `died` of `memory` or of the error at a place in the code."""
    try:
        with open(source, "rb", closefd=True) as file:
            data = file.read(reading.DEFAULT.bytes + 1)
        return ANSWERS[what](data)
    except reading.Unreadable as error:
        return {"refused": error.code, "params": error.params}
    except MemoryError:
        return {"died": "memory"}
    except Exception as error:
        return {"died": _where(error)}


def _where(error: Exception) -> str:
    """`ValueError at reader/parsing/votes.py:31`: the kind and the place, never the message, which may hold words of the document."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(str(ROOT))]
    place = f"{Path(frames[-1].filename).relative_to(ROOT)}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {place}"


def write_answer(what: str, source: int, answer: int) -> None:
    """Answer and end the process. `source` and `answer` are open file descriptors."""
    gc.disable()  # it ends with its one file, and what is read holds no circles
    try:
        found = answer_to(what, source)
        with open(answer, "w", encoding="utf-8", closefd=True) as pipe:
            pipe.write(json.dumps(found))
    except MemoryError:
        os._exit(errno.ENOMEM)
    except BaseException:
        os._exit(1)
    finally:
        sys.stderr.flush()
    os._exit(0)
