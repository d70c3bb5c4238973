#!/usr/bin/env bash
# versitygw, an S3 server in front of a folder, built from its Go module. It checks signatures and expiry; moto, the
# usual stand-in, accepts expired and tampered addresses and would prove nothing about private files.
source "$(dirname "$0")/ground.sh"
home="$SERVICES/s3"
version=v1.8.0
access_key=plenary
secret_key=only-on-this-machine

install() {
  [ ! -x "$home/bin/versitygw" ] || return 0
  PATH="$PATH:/usr/local/go/bin"
  have go || apt_install golang-go
  mkdir -p "$home/bin"
  say "building versitygw $version by go install (about a minute)"
  GOBIN="$home/bin" go install "github.com/versity/versitygw/cmd/versitygw@$version" >"$home/go.log" 2>&1 \
    || { tail -20 "$home/go.log" >&2; die "go install failed."; }
}

ready() { [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$S3_PORT/")" = 403 ]; }

start() {
  have curl || apt_install curl
  mkdir -p "$home/files" "$home/sidecar"
  if ! ready; then
    own "$home"
    # The sidecar keeps metadata in files of its own: not every file system here has extended attributes.
    in_background s3 env ROOT_ACCESS_KEY="$access_key" ROOT_SECRET_KEY="$secret_key" \
      "$home/bin/versitygw" --port "127.0.0.1:$S3_PORT" --quiet posix --sidecar "$home/sidecar" "$home/files"
  fi
  wait_for "the S3 server" 30 ready
}

stop() { end "$home/s3.pid"; }

variables() {
  echo "export S3_ENDPOINT_URL=http://127.0.0.1:$S3_PORT"
  echo "export S3_ACCESS_KEY=$access_key"
  echo "export S3_SECRET_KEY=$secret_key"
}

"$1"
