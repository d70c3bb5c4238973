#!/usr/bin/env bash
# All services at once: `services.sh install`, `start`, `stop` or `variables`. Safe to repeat: what runs is left alone.
# Only `variables` writes to standard output, so that `eval "$(make -s services)"` works.
source "$(dirname "$0")/ground.sh"
verb="${1:?say install, start, stop or variables}"

for service in postgresql redis chromium elasticsearch s3 smtp; do
  [ "$verb" != start ] || [ "$service" = chromium ] || say "starting $service"
  bash "$ROOT/infra/ci/$service.sh" "$verb"
done
