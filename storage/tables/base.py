"""The declarative base: how Python types become columns."""

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, MetaData
from sqlalchemy.orm import DeclarativeBase

from storage.sealed import Sealed, SealedText
from storage.types import Instant

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Rows as typed objects. No relationships: a practice asks a repository for what it needs."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar = {datetime: Instant, Sealed: SealedText, int: BigInteger}
