"""The parts that documents are made of, by chance and from a seed."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any, cast

_WORDS = (
    "amber", "basin", "cedar", "delta", "ember", "fjord", "glade", "harbour", "inlet", "juniper", "kelp",
    "lagoon", "meadow", "northern", "orchard", "prairie", "quarry", "ridge", "sandbank", "thicket",
    "upland", "valley", "watershed", "yew",
)  # fmt: skip
_ACCENTED = ("Malmö", "Zürich", "Łódź", "Кёнигсберг", "東京", "Åre", "Žilina", "München", "naïve", "crème")


class Chance(Random):
    """A source of words and numbers; with `accents`, every third word is not ASCII."""

    accents = False

    def word(self) -> str:
        return self.choice(_ACCENTED if self.accents and self.random() < 0.34 else _WORDS)

    def words(self, fewest: int, most: int) -> str:
        return " ".join(self.word() for _ in range(self.randint(fewest, most)))

    def name(self) -> str:
        return f"{self.word()}-{self.randrange(10_000)}"

    def decimal(self, most: float) -> float:
        return round(self.uniform(0, most), 3)

    def yes(self, share: float = 0.5) -> bool:
        return self.random() < share


def as_texts(tree: Any) -> Any:
    """The tree as `xmltodict` gives it: scalars are texts, a list of one is its item, no list is empty."""
    match tree:
        case dict():
            members = cast("dict[str, Any]", tree)
            return {name: as_texts(each) for name, each in members.items() if each not in (None, [])}
        case list():
            items = [as_texts(each) for each in cast("Iterable[Any]", tree)]
            return items[0] if len(items) == 1 else items
        case _:
            return str(tree)
