#!/usr/bin/env bash
# Redis from Debian's package: the cache that several web processes share. Nothing is written to disk: a cache that
# cannot be lost is not a cache.
source "$(dirname "$0")/ground.sh"
home="$SERVICES/redis"

install() { have redis-server || apt_install redis-server; }

ready() { [ "$(redis-cli -h 127.0.0.1 -p "$REDIS_PORT" ping)" = PONG ]; }

start() {
  own "$home"
  ready 2>/dev/null || in_background redis redis-server --bind 127.0.0.1 --port "$REDIS_PORT" --save "" \
    --appendonly no --dir "$home" --maxmemory 128mb --maxmemory-policy allkeys-lru
  wait_for Redis 20 ready
}

stop() { end "$home/redis.pid"; }

variables() { echo "export REDIS_URL=redis://127.0.0.1:$REDIS_PORT/0"; }

"$1"
