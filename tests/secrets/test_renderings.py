"""No rendering shows a secret: a row for each way to text, and for each kind of secret."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest
from rich.pretty import pretty_repr

from ecr_decode import Kept
from tests.secrets.kinds import KINDS, SERVED, WORD, Kind, is_shown, marked
from tests.secrets.renderings import OF_KINDS, OF_VALUES, value_of


def of_value(shows: Callable[[Any], str]) -> Callable[[Kind], str]:
    """A rendering of what the codec reads from the document."""
    return lambda kind: shows(value_of(kind))


RENDERINGS: dict[str, Callable[[Kind], str]] = {
    **OF_KINDS,
    **{name: of_value(shows) for name, shows in OF_VALUES.items()},
}
NEVER = {"describe"}
"""What shows no value in any case."""


@pytest.mark.parametrize("kind", [*KINDS, *SERVED])
@pytest.mark.parametrize("rendering", RENDERINGS)
def test_no_rendering_shows_a_secret(rendering: str, kind: str) -> None:
    shown = RENDERINGS[rendering](marked(kind))
    assert shown
    assert not is_shown(shown), shown


@pytest.mark.parametrize("rendering", [each for each in RENDERINGS if each not in NEVER])
def test_each_rendering_shows_what_is_not_marked(rendering: str) -> None:
    shows = RENDERINGS[rendering]
    assert any(is_shown(shows(Kind(make(False), document))) for make, document in KINDS.values())


@pytest.mark.parametrize("kind", SERVED)
def test_copies_by_pickle_hide_as_well(kind: str) -> None:
    codec, document = SERVED[kind]
    value = value_of(Kind(codec, document))
    again = pickle.loads(pickle.dumps((value, codec.to_value(value))))
    assert again == (value, codec.to_value(value))
    assert repr(again).count("<secret>") == 2


@pytest.mark.parametrize("kind", SERVED)
def test_a_text_beside_a_record_with_secrets_is_hidden(kind: str) -> None:
    value = value_of(SERVED[kind])
    for beside in (value, (value,), {"a": [value]}):
        kept = Kept(WORD, beside)
        assert not is_shown(repr(kept) + pretty_repr(kept))
    assert is_shown(repr(Kept(WORD, {"a": [1]})))


@pytest.mark.parametrize("name", KINDS)
def test_each_kind_is_shown_where_it_is_not_marked(name: str) -> None:
    make, document = KINDS[name]
    assert any(is_shown(shows(Kind(make(False), document))) for shows in RENDERINGS.values())
