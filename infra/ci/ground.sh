# Sourced by every script here: where services live, whom they run as, how to wait for them.
#
# Everything listens on loopback and keeps its state under one folder, so that a machine's own PostgreSQL or Redis is
# never touched and `rm -r` is a complete uninstall. Fixed ports (each may be overridden) lie below the kernel's range
# for outgoing connections (32768 and up), so that no passing connection can hold one of them.
set -euo pipefail

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
POSTGRESQL_PORT="${POSTGRESQL_PORT:-15432}"
REDIS_PORT="${REDIS_PORT:-16379}"
ELASTICSEARCH_PORT="${ELASTICSEARCH_PORT:-19200}"
S3_PORT="${S3_PORT:-17070}"
SMTP_PORT="${SMTP_PORT:-12525}"
# PostgreSQL and Elasticsearch refuse to run as root: root hands every service to nobody, who owns nothing else.
SERVICE_USER="$([ "$(id -u)" = 0 ] && echo nobody || id -un)"

say() { echo "· $*" >&2; }
die() { echo "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

as_service_user() {
  if [ "$(id -u)" = 0 ]; then
    setpriv --reuid="$SERVICE_USER" --regid="$(id -g "$SERVICE_USER")" --clear-groups env HOME="$SERVICES" "$@"
  else
    "$@"
  fi
}

# A checkout under a closed home directory cannot be reached by nobody: then the services live in /var/tmp.
pick_services_dir() {
  SERVICES="${SERVICES_DIR:-$ROOT/var/services}"
  mkdir -p "$SERVICES"
  if ! as_service_user test -x "$SERVICES"; then
    SERVICES="/var/tmp/plenary-services"
    mkdir -p "$SERVICES"
  fi
}
pick_services_dir

own() { mkdir -p "$1"; [ "$(id -u)" != 0 ] || chown -R "$SERVICE_USER" "$1"; }

# wait_for WHAT SECONDS COMMAND…: asks again until the command succeeds; a sentence and a failure when time is up.
wait_for() {
  local what="$1" left=$(($2 * 5)); shift 2
  until "$@" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || die "$what did not answer in time; see $SERVICES."
    sleep 0.2
  done
}

# Is the process whose number is in this file alive?
runs() { [ -s "$1" ] && kill -0 "$(cat "$1")" 2>/dev/null; }

# Ends the process whose number is in this file, and nothing else.
end() {
  if runs "$1"; then
    kill "$(cat "$1")"
    wait_for "the end of $(basename "$1" .pid)" 30 gone "$1"
  fi
  rm -f "$1"
}
gone() { ! runs "$1"; }

# in_background NAME COMMAND…: detached, its number in NAME/NAME.pid, its words in NAME/NAME.log.
in_background() {
  local name="$1"; shift
  as_service_user setsid --fork bash -c 'echo $$ >"$0/$1.pid"; exec "${@:2}" >"$0/$1.log" 2>&1 </dev/null' \
    "$SERVICES/$name" "$name" "$@" </dev/null >/dev/null 2>&1
  wait_for "$name" 10 test -s "$SERVICES/$name/$name.pid"
}

apt_install() {
  [ "$(id -u)" = 0 ] || die "Install these Debian packages first: $*"
  say "installing $* from Debian"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >"$SERVICES/apt.log" 2>&1 \
    || { tail -20 "$SERVICES/apt.log" >&2; die "apt-get could not install $*."; }
}
