#!/bin/sh
# Run once by the database container: the login the product runs with, which does not own the schema.
set -eu
psql --set ON_ERROR_STOP=1 --set "password=$APP_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role plumbline_app login password :'password';
SQL
