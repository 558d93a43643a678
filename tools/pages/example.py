"""The example on an operation's page: a request, a reply, and every way the reply can go."""

from __future__ import annotations

import contextlib
import io
from typing import Any, NamedTuple

import orjson

from ecr_decode.aws import Operation
from ecr_decode.aws.naming import snake
from ecr_decode.node import kinds as n
from ecr_decode.node.layers import bare

from .sample import sample
from .source import source_of


class Example(NamedTuple):
    """The code of an example, the request that it sends and the response that it reads."""

    code: str
    request: Any
    response: Any

    def printed(self) -> str:
        """What the code prints when it is run."""
        output = io.StringIO()
        with contextlib.redirect_stdout(output):
            exec(self.code, {"__name__": "__main__"})
        return output.getvalue()


def example(operation: Operation[Any, Any, Any]) -> Example:
    """The example of an operation of a catalogue, always the same.

    >>> from ecr_decode import ecr
    >>> from tools.pages.example import example
    >>> print(example(ecr.get_registry_policy).printed(), end="")
    AmazonEC2ContainerRegistry_V20150921.GetRegistryPolicy
    {"Version":"2012-10-17","Statement":[]}
    """
    module = operation.home.rpartition(".")[2]
    request = sample(operation.request.node, full=False)
    response = sample(operation.response.node)
    asked = source_of(request, module, before=len("request = "))
    reply = orjson.dumps(operation.response.to_json(response).unwrap(), option=orjson.OPT_INDENT_2).decode()
    call = f"{module}.{snake(operation.name)}"
    code = f'''\
from ecr_decode import DecodeError, {module}, outcome

request = {asked}
sent = {call}.encode(request).unwrap()
print(sent.headers["X-Amz-Target"])

reply = rb"""{reply}"""
match outcome({call}.decode(status=200, body=reply)):
    case {module}.{_name(operation.response.node)}() as response:
        print({_shown(operation.response.node)})
    case {_errors(operation, module)} as refused:
        print("refused:", refused)
    case {module}.UnknownError(code=code):
        print("an error that the model does not list:", code)
    case DecodeError() as error:
        print(error)
'''
    imports = "from datetime import UTC, datetime\n\n" if "datetime(" in asked else ""
    return Example(imports + code, request, response)


def _name(node: n.Node) -> str:
    return node.name if isinstance(node, n.Record) else ""


def _shown(node: n.Node) -> str:
    """What an example prints of a response: the first member that was not in the request as well."""
    members = node.members if isinstance(node, n.Record) else ()
    several = [m.name for m in members if isinstance(bare(m.node), n.Array | n.Record)]
    wanted = [m.name for m in members if m.name not in ("next_token", "registry_id", "repository_name")]
    found = [*several, *wanted]
    return f"response.{found[0]}" if found else "response"


def _errors(operation: Operation[Any, Any, Any], module: str) -> str:
    names = [f"{module}.{_name(codec.node)}()" for codec in operation.errors.values()]
    if len(names) == 1:
        return names[0]
    return "(\n        " + "\n        | ".join(names) + "\n    )"
