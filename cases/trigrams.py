"""Indexes by which PostgreSQL finds a word anywhere in a text; SQLite has none of the kind and looks at every row."""

from django.db import DatabaseError
from django.db.migrations.operations.base import Operation

REFUSED = (
    "PostgreSQL's extension pg_trgm, which the search needs, is not there and this role may not create it. "
    'Let a superuser run "CREATE EXTENSION pg_trgm" in the database once and migrate again: see docs/operations.md, "The database".'
)


class ExtensionRefused(Exception):
    """The migration stops here; nothing of it has been done."""


class AddTrigramIndex(Operation):
    """A GIN index of `column`'s groups of three letters, which `LIKE '%word%'` uses from three letters on. Nothing on other databases.

    The extension is made when it is missing, and stays when the index goes: something else may have come to use it.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(self, model_name: str, column: str, name: str):
        self.model_name, self.column, self.name = model_name, column, name

    def deconstruct(self):
        return self.__class__.__name__, [self.model_name, self.column, self.name], {}

    def state_forwards(self, app_label, state):
        pass

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor != "postgresql":
            return
        table = to_state.apps.get_model(app_label, self.model_name)._meta.db_table
        make_extension(schema_editor)
        quote = schema_editor.quote_name
        schema_editor.execute(
            f"CREATE INDEX IF NOT EXISTS {quote(self.name)} ON {quote(table)} USING gin ({quote(self.column)} gin_trgm_ops)"
        )

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f"DROP INDEX IF EXISTS {schema_editor.quote_name(self.name)}")

    def describe(self):
        return f"Index {self.model_name}.{self.column} by groups of three letters on PostgreSQL"


def make_extension(schema_editor) -> None:
    """Raises `ExtensionRefused` when pg_trgm is missing and may not be made."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        if cursor.fetchone():
            return
    try:
        schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
    except DatabaseError as error:
        raise ExtensionRefused(REFUSED) from error
