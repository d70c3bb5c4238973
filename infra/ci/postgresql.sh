#!/usr/bin/env bash
# PostgreSQL from Debian's package: what Debian ships is what most hosts run, and its updates come by themselves.
# A throw-away cluster of its own, not Debian's `main` one, so that nothing on the machine is changed; durability is
# off because its rows are worth nothing after the tests.
source "$(dirname "$0")/ground.sh"
home="$SERVICES/postgresql"

bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }

install() { [ -n "$(bin)" ] || apt_install postgresql; }

ready() { "$(bin)/pg_isready" -q -h 127.0.0.1 -p "$POSTGRESQL_PORT"; }

sql() { "$(bin)/psql" -q -h 127.0.0.1 -p "$POSTGRESQL_PORT" -U plenary -d postgres -tAc "$1"; }

database() { [ "$(sql "SELECT 1 FROM pg_database WHERE datname = '$1'")" = 1 ] || sql "CREATE DATABASE $1"; }

start() {
  own "$home"
  if [ ! -f "$home/data/PG_VERSION" ]; then
    as_service_user "$(bin)/initdb" -D "$home/data" -U plenary -A trust -E UTF8 --locale=C.UTF-8 >"$home/initdb.log"
  fi
  if ! ready; then
    as_service_user "$(bin)/pg_ctl" -D "$home/data" -l "$home/postgresql.log" -o "-p $POSTGRESQL_PORT \
      -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c synchronous_commit=off \
      -c full_page_writes=off -c max_connections=100" start >/dev/null
  fi
  wait_for PostgreSQL 60 ready
  database plenary
  database plenary_box
}

stop() { [ ! -f "$home/data/postmaster.pid" ] || as_service_user "$(bin)/pg_ctl" -D "$home/data" -m fast stop >/dev/null; }

variables() {
  echo "export DATABASE_URL=postgres://plenary@127.0.0.1:$POSTGRESQL_PORT/plenary"
  echo "export BOX_DATABASE_URL=postgres://plenary@127.0.0.1:$POSTGRESQL_PORT/plenary_box"
}

"$1"
