"""The base of all models of front matter: which keys there are, and no others.

The models are also the source of the JSON Schema that editors use, so every
field has a description.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler, model_validator
from pydantic.fields import FieldInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema


class HeadModel(BaseModel):
    """The keys of a front matter, or of a mapping inside of one.

    ``called`` is what an author calls it; ``due`` are keys that a draft may go without.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)
    called: ClassVar[str] = "this"
    due: ClassVar[tuple[str, ...]] = ()

    @model_validator(mode="before")
    @classmethod
    def _without_absent(cls, data: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever the author wrote
        """A known key without a value is as good as not there; an unknown one stays a mistake."""
        if isinstance(data, dict) and None in data.values():
            known = cls.keys()
            return {key: value for key, value in data.items() if value is not None or key not in known}
        return data

    @classmethod
    def keys(cls) -> dict[str, FieldInfo]:
        """The fields by the keys that authors write."""
        return {field.alias or name: field for name, field in cls.model_fields.items()}


def tag(called: str) -> str:
    """The tag of one form of a value.

    Pydantic puts tags into the locations of errors as if they were keys, so
    they start with a character that no key has.
    """
    return f"\0{called}"


class Reads(Struct, frozen=True, eq=False):
    """Marks a type as read by a function of our own, and says what editors may know of it.

    ``schema`` is JSON Schema; unions need marks that can be hashed, so a mark is only
    equal to itself. Pydantic's `PlainValidator` would do the same
    but builds a schema of the type as well, for all of football's values.
    """

    read: Callable[[Any], object]
    schema: JsonSchemaValue

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """The function, whatever the type."""
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema as given."""
        return dict(self.schema)


class ReadsWithOthers(Struct, frozen=True, eq=False):
    """The same for a function that also gets the values of the fields before it, by name."""

    read: Callable[[Any, dict[str, Any]], object]
    schema: JsonSchemaValue

    def __get_pydantic_core_schema__(self, _source: object, _handler: GetCoreSchemaHandler) -> CoreSchema:
        """The function, whatever the type."""
        return core_schema.with_info_plain_validator_function(lambda value, info: self.read(value, info.data))

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema as given."""
        return dict(self.schema)
