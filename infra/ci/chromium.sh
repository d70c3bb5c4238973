#!/usr/bin/env bash
# Chromium from Debian's package: Playwright drives it, and no second browser has to be fetched from anywhere else.
source "$(dirname "$0")/ground.sh"

install() { have chromium || apt_install chromium fonts-dejavu-core; }

start() { :; }
stop() { :; }
variables() { :; }

"$1"
