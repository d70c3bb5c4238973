#!/usr/bin/env bash
# A real Elasticsearch 8.19 node from the integration-test archive that its makers publish to Maven: the server without
# modules, so what passes here passes on any full 8.x, and no account or image is needed. A test tool, never shipped.
# It refuses root, needs a JDK 17, and has no `GET /`: ask the cluster's health instead.
source "$(dirname "$0")/ground.sh"
home="$SERVICES/elasticsearch"
version=8.19.16
node="$home/elasticsearch-$version"

java_home() {
  local candidate
  for candidate in "${ES_JAVA_HOME:-}" /usr/lib/jvm/*17*; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/java" ]; then echo "$candidate"; return; fi
  done
  have java || die "Elasticsearch needs a JDK 17: install one, or set ES_JAVA_HOME."
  dirname "$(dirname "$(readlink -f "$(command -v java)")")"
}

install() {
  [ ! -d "$node" ] || return 0
  have unzip || apt_install unzip
  have mvn || apt_install maven
  mkdir -p "$home"
  say "fetching Elasticsearch $version by Maven (104 MB)"
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
    "-Dartifact=org.elasticsearch.distribution.integ-test-zip:elasticsearch:$version:zip" \
    "-DoutputDirectory=$home" >"$home/maven.log" 2>&1 || { tail -20 "$home/maven.log" >&2; die "Maven failed."; }
  unzip -q -o "$home/elasticsearch-$version.zip" -d "$home/unpacking"
  mv "$home/unpacking/elasticsearch-$version" "$node"
  rm -rf "$home/unpacking" "$home/elasticsearch-$version.zip"
}

ready() { curl -sf "http://127.0.0.1:$ELASTICSEARCH_PORT/_cluster/health?wait_for_status=yellow&timeout=1s"; }

configure() {
  cat >"$node/config/elasticsearch.yml" <<YAML
cluster.name: plenary-tests
discovery.type: single-node
network.host: 127.0.0.1
http.port: $ELASTICSEARCH_PORT
transport.port: $((ELASTICSEARCH_PORT + 100))
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
YAML
  printf -- '-Xms512m\n-Xmx512m\n' >"$node/config/jvm.options.d/heap.options"
}

start() {
  have curl || apt_install curl
  if ! ready >/dev/null; then
    mkdir -p "$node/config/jvm.options.d"
    configure
    own "$home"
    in_background elasticsearch env ES_JAVA_HOME="$(java_home)" "$node/bin/elasticsearch"
  fi
  wait_for Elasticsearch 120 ready
}

stop() { end "$home/elasticsearch.pid"; }

variables() { echo "export ELASTICSEARCH_URL=http://127.0.0.1:$ELASTICSEARCH_PORT"; }

"$1"
