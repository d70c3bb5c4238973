#!/usr/bin/env bash
# An SMTP server that refuses, defers, stalls and drops on command (smtp_server.py): a mail server that only ever says
# yes would test the easy half of sending. aiosmtpd is in the lock, so it runs from the virtual environment.
source "$(dirname "$0")/ground.sh"
home="$SERVICES/smtp"
python="${PYTHON:-$ROOT/.venv/bin/python}"

install() { [ -x "$python" ] || die "Make the virtual environment first: make .venv"; }

ready() { (exec 3<>"/dev/tcp/127.0.0.1/$SMTP_PORT") 2>/dev/null; }

# It runs as the user who starts it: unlike a database it needs no other, and that user can reach the environment.
start() {
  mkdir -p "$home"
  if ! ready; then
    SERVICE_USER="$(id -un)" setsid --fork bash -c 'echo $$ >"$0/smtp.pid"; exec "$@" >"$0/smtp.log" 2>&1 </dev/null' \
      "$home" "$python" "$ROOT/infra/ci/smtp_server.py" --port "$SMTP_PORT" --spool "$home/spool.jsonl"
  fi
  wait_for "the SMTP server" 20 ready
}

stop() { end "$home/smtp.pid"; }

variables() {
  echo "export SMTP_URL=smtp://127.0.0.1:$SMTP_PORT"
  echo "export SMTP_SPOOL=$home/spool.jsonl"
}

"$1"
