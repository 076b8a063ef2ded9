"""Which errors mean that the database is in trouble, rather than one row."""

from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnection

DATABASE_TROUBLE = (OperationalError, InterfaceError, NoConnection, OSError)
