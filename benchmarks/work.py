"""What is measured: one document or value, what everything is held against, and who does the same work."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any, cast
from xml.etree import ElementTree

import orjson
import xmltodict
from returns.result import Result

from ecr_decode import Codec, ecr

from . import damage, own, payloads
from .clock import Call
from .facts import facts
from .peers import NAMES, decoders, tree_loaders

OURS = "ecr_decode"

etree: Any = import_module("lxml.etree")  # lxml ships no types


@dataclass(frozen=True)
class Work:
    """One piece of work. `runs` do it, `base` is the parser or writer alone."""

    group: str
    name: str
    size: int
    base: str
    runs: Mapping[str, Call]
    equal: tuple[str, ...] = ()
    """The runs that must give equal values."""

    @property
    def title(self) -> str:
        return f"{self.group}: {self.name}"

    def check(self) -> None:
        """Refuse to measure peers that do not give the equal value."""
        wanted: Any = None
        for name in self.equal:
            found = facts(_value(self.runs[name]()))
            wanted = found if wanted is None else wanted
            if found != wanted:
                raise ValueError(f"{self.title}: {name} gives another value than {self.equal[0]}")


def _value(found: Any) -> Any:
    return cast(Any, found).unwrap() if isinstance(found, Result) else found


def _ours(codec: Codec[Any], verb: str, given: Any) -> Call:
    """A verb of a codec as it is found after its second use, which compiles it."""
    for _ in range(2):
        getattr(codec, verb)(given)
    return partial(getattr(codec, verb), given)


def _reading(name: str, raw: bytes, codec: Codec[Any], work: str, peers: tuple[str, ...] = NAMES) -> Work:
    runs: dict[str, Call] = {
        "orjson.loads": partial(orjson.loads, raw),
        OURS: _ours(codec, "decode_json", raw),
    }
    for peer in peers:
        for title, decode in decoders(peer).items():
            if title.split(",")[0] == work:
                runs[title.replace(work, peer)] = partial(decode, raw)
    return Work("reading JSON", name, len(raw), "orjson.loads", runs, tuple(runs)[1:])


def _url() -> Work:
    operation = ecr.get_download_url_for_layer
    raw = payloads.get_download_url()
    work = _reading("GetDownloadUrlForLayer", raw, operation.response, "url")
    mine: dict[str, Call] = {"ecr_decode, operation.decode": partial(operation.decode, status=200, body=raw)}
    return Work(work.group, work.name, work.size, work.base, {**work.runs, **mine}, (*work.equal, *mine))


def _images(count: int, peers: tuple[str, ...] = NAMES) -> Work:
    raw = payloads.describe_images(count)
    return _reading(
        f"DescribeImages of {count:,} images", raw, ecr.DescribeImagesResponse.codec, "images", peers
    )


def _orders(count: int) -> Work:
    raw = payloads.orders(count)
    runs: dict[str, Call] = {"orjson.loads": partial(orjson.loads, raw)}
    runs |= {f"{OURS}, {kind}": _ours(codec, "decode_json", raw) for kind, codec in own.ORDERS.items()}
    work = _reading(
        "", raw, own.ORDERS["Record"], "orders", tuple(name for name in NAMES if name != "botocore")
    )
    runs |= {name: run for name, run in work.runs.items() if name not in ("orjson.loads", OURS)}
    return Work(
        "reading JSON", f"own classes, {count} orders", len(raw), "orjson.loads", runs, tuple(runs)[1:]
    )


def _unioned(name: str, raw: bytes, codec: Codec[Any], work: str) -> Work:
    made = _reading(name, raw, codec, work, ("msgspec", "pydantic"))
    # A model of pydantic keeps the tag as a member, so shapes are compared without it.
    equal = tuple(each for each in made.equal if not (work == "shapes" and each == "pydantic"))
    return Work(made.group, made.name, made.size, made.base, made.runs, equal)


def _alone(name: str, raw: bytes, codec: Codec[Any]) -> Work:
    runs: dict[str, Call] = {
        "orjson.loads": partial(orjson.loads, raw),
        OURS: _ours(codec, "decode_json", raw),
    }
    return Work("reading JSON", name, len(raw), "orjson.loads", runs)


def _tree() -> Work:
    raw = payloads.describe_images(100)
    tree: Any = orjson.loads(raw)
    runs: dict[str, Call] = {
        "orjson.loads": partial(orjson.loads, raw),
        OURS: _ours(_IMAGES, "of_json", tree),
    }
    runs |= {
        peer: partial(tree_loaders(peer)["images"], tree)
        for peer in ("msgspec", "pydantic", "mashumaro", "cattrs", "adaptix", "koda-validate")
    }
    name = "DescribeImages of 100 images, parsed already"
    return Work("reading trees", name, len(raw), "orjson.loads", runs, tuple(runs)[1:])


def _check() -> Work:
    raw = payloads.describe_images(100)
    value = _IMAGES.decode_json(raw).unwrap()
    runs: dict[str, Call] = {
        "orjson.loads": partial(orjson.loads, raw),
        OURS: _ours(_IMAGES, "check", value),
    }
    return Work("checking constraints", "DescribeImages of 100 images", len(raw), "orjson.loads", runs)


def _error() -> Work:
    raw = payloads.error_reply()
    runs: dict[str, Call] = {
        "orjson.loads": partial(orjson.loads, raw),
        OURS: partial(ecr.get_download_url_for_layer.decode, status=400, body=raw),
    }
    return Work("reading JSON", "an error reply", len(raw), "orjson.loads", runs)


def _xml(name: str, raw: bytes, codec: Codec[Any]) -> Work:
    text = codec.encode_xml(codec.decode_json(raw).unwrap()).unwrap()
    runs: dict[str, Call] = {
        "xmltodict.parse": partial(xmltodict.parse, text),
        OURS: _ours(codec, "decode_xml", text),
        "reading the JSON": _ours(codec, "decode_json", raw),
        "ElementTree": partial(ElementTree.fromstring, text),
        "lxml": partial(etree.fromstring, text),
    }
    return Work("reading XML", name, len(text), "xmltodict.parse", runs, (OURS, "reading the JSON"))


def _writing(name: str, codec: Codec[Any], value: Any) -> Work:
    written = codec.encode_json(value).unwrap()
    plain = orjson.loads(written)
    if orjson.loads(orjson.dumps(plain)) != plain or codec.decode_json(written).unwrap() != value:
        raise ValueError(f"writing {name}: what was written does not give the value back")
    runs: dict[str, Call] = {
        "orjson.dumps": partial(orjson.dumps, plain),
        OURS: _ours(codec, "encode_json", value),
    }
    return Work("writing JSON", name, len(written), "orjson.dumps", runs)


def _xml_written(name: str, raw: bytes, codec: Codec[Any]) -> Work:
    value = codec.decode_json(raw).unwrap()
    text = codec.encode_xml(value).unwrap()
    tree = xmltodict.parse(text, strip_whitespace=False)
    if xmltodict.parse(xmltodict.unparse(tree), strip_whitespace=False) != tree:
        raise ValueError(f"writing {name}: xmltodict does not write what it reads")
    runs: dict[str, Call] = {
        "xmltodict.unparse": partial(xmltodict.unparse, tree),
        OURS: _ours(codec, "encode_xml", value),
    }
    return Work("writing XML", name, len(text), "xmltodict.unparse", runs)


def _own_in_xml(kind: str, of: Callable[[str, bytes, Codec[Any]], Work]) -> Work:
    return of(f"own classes, 200 orders: {kind}", payloads.orders(200), own.ORDERS[kind])


def _xml_error() -> Work:
    error = b"<Error><Code>LayersNotFoundException</Code><Message>There is none.</Message></Error>"
    text = b"<ErrorResponse>" + error + b"<RequestId>0</RequestId></ErrorResponse>"
    operation = ecr.get_download_url_for_layer
    runs: dict[str, Call] = {
        "xmltodict.parse": partial(xmltodict.parse, text),
        OURS: partial(operation.decode, status=400, body=text),
        "ElementTree": partial(ElementTree.fromstring, text),
        "lxml": partial(etree.fromstring, text),
    }
    return Work("reading XML", "an error reply", len(text), "xmltodict.parse", runs)


def _written(name: str, raw: bytes, codec: Codec[Any]) -> Work:
    return _writing(name, codec, codec.decode_json(raw).unwrap())


def _request(images: int) -> Work:
    identifiers = tuple(ecr.ImageIdentifier(image_tag=f"v{index}") for index in range(images))
    request = ecr.DescribeImagesRequest(repository_name="team/app", image_ids=identifiers, max_results=100)
    return _writing(f"a request that names {images} images", ecr.DescribeImagesRequest.codec, request)


def _small_request() -> Work:
    request = ecr.GetDownloadUrlForLayerRequest(repository_name="team/app", layer_digest="sha256:" + "0" * 64)
    return _writing("a request of two texts", ecr.GetDownloadUrlForLayerRequest.codec, request)


def _wrong(name: str, raw: bytes) -> Work:
    runs: dict[str, Call] = {
        "orjson.loads": partial(_tried, orjson.loads, raw),
        OURS: _ours(_IMAGES, "decode_json", raw),
    }
    return Work("wrong replies", name, len(raw), "orjson.loads", runs)


def _tried(parse: Callable[[bytes], Any], raw: bytes) -> Any:
    """What a parser gives, or that it refuses, which is work as well."""
    try:
        return parse(raw)
    except ValueError:
        return None


def _one(items: bytes) -> bytes:
    return b'{"orders":' + items + b"}"


_SCAN = ecr.DescribeImageScanFindingsResponse.codec
_URL = ecr.GetDownloadUrlForLayerResponse.codec
_IMAGES = ecr.DescribeImagesResponse.codec
_MANIFESTS = ecr.BatchGetImageResponse.codec
_FEW = ("msgspec", "pydantic")

_IN_XML: dict[str, Callable[[Callable[[str, bytes, Codec[Any]], Work]], Work]] = {
    "url": lambda of: of("GetDownloadUrlForLayer", payloads.get_download_url(), _URL),
    "images-100": lambda of: of("DescribeImages of 100 images", payloads.describe_images(100), _IMAGES),
    "manifests-20": lambda of: of("BatchGetImage of 20 manifests", payloads.batch_get_image(20), _MANIFESTS),
    "findings-20": lambda of: of("DescribeImageScanFindings of 20", payloads.scan_findings(20), _SCAN),
    "orders-200": lambda of: of("own Records, 200 orders", _one(payloads.orders(200)), own.Orders.codec),
    **{
        f"orders-200-{kind.replace(' ', '-')}": partial(_own_in_xml, kind)
        for kind in own.ORDERS
        if kind != "Record"
    },
    "tagged": lambda of: of("tagged_union, 500 objects", payloads.shapes(500), own.SHAPES),
    "kinds": lambda of: of("by_kind, 500 values", payloads.actions(500), own.ACTIONS),
    "trials": lambda of: of("one_of, 500 objects", payloads.references(500), own.REFERENCES),
    "lazy": lambda of: of("lazy, 1,365 branches", payloads.tree(5, 4), own.Branch.codec),
}
"""What is read as XML and written as XML, by those who are given the name, the JSON and the codec."""

WORKS: dict[str, Callable[[], Work]] = {
    "url": _url,
    "images-100": partial(_images, 100),
    "images-10000": partial(_images, 10_000, _FEW),
    "findings-20": lambda: _alone("DescribeImageScanFindings of 20", payloads.scan_findings(20), _SCAN),
    "manifests-20": lambda: _alone("BatchGetImage of 20 manifests", payloads.batch_get_image(20), _MANIFESTS),
    "tree-images-100": _tree,
    "check-images-100": _check,
    "error": _error,
    "orders-3": partial(_orders, 3),
    "orders-200": partial(_orders, 200),
    "tagged": lambda: _unioned("tagged_union, 500 objects", payloads.shapes(500), own.SHAPES, "shapes"),
    "kinds": lambda: _unioned("by_kind, 500 values", payloads.actions(500), own.ACTIONS, "actions"),
    "trials": lambda: _unioned("one_of, 500 objects", payloads.references(500), own.REFERENCES, "references"),
    "lazy": lambda: _unioned("lazy, 1,365 branches", payloads.tree(5, 4), own.Branch.codec, "tree"),
    **{f"xml-{key}": partial(made, _xml) for key, made in _IN_XML.items()},
    "xml-error": _xml_error,
    "write-request": _small_request,
    "write-request-10": partial(_request, 10),
    "write-request-100": partial(_request, 100),
    "write-images-100": lambda: _written(
        "DescribeImages of 100 images", payloads.describe_images(100), _IMAGES
    ),
    "write-url": lambda: _written("GetDownloadUrlForLayer", payloads.get_download_url(), _URL),
    "write-manifests-20": lambda: _written(
        "BatchGetImage of 20 manifests", payloads.batch_get_image(20), _MANIFESTS
    ),
    "write-error": lambda: _writing(
        "an error", ecr.LayersNotFoundException.codec, ecr.LayersNotFoundException(message="There is none.")
    ),
    "write-findings-20": lambda: _written(
        "DescribeImageScanFindings of 20", payloads.scan_findings(20), _SCAN
    ),
    **{
        f"write-orders-200-{kind.replace(' ', '-')}": partial(
            _written, f"own classes, 200 orders: {kind}", payloads.orders(200), codec
        )
        for kind, codec in own.ORDERS.items()
    },
    "write-tagged": lambda: _written("tagged_union, 500 objects", payloads.shapes(500), own.SHAPES),
    "write-kinds": lambda: _written("by_kind, 500 values", payloads.actions(500), own.ACTIONS),
    "write-trials": lambda: _written("one_of, 500 objects", payloads.references(500), own.REFERENCES),
    "write-lazy": lambda: _written("lazy, 1,365 branches", payloads.tree(5, 4), own.Branch.codec),
    **{f"write-xml-{key}": partial(made, _xml_written) for key, made in _IN_XML.items()},
    "wrong-1": lambda: _wrong("1 wrong member in 100 images", damage.with_wrong_fields(100, 1)),
    "wrong-100": lambda: _wrong("1 wrong member in each of 100 images", damage.with_wrong_fields(100, 100)),
    "wrong-1000": lambda: _wrong("every member of 100 images wrong", damage.many_wrong_fields(100)),
    **{
        f"hostile-{index}": partial(_wrong, name, raw)
        for index, (name, raw) in enumerate(damage.HOSTILE.items())
    },
}
"""The pieces of work by a short name, each made when it is asked for."""
