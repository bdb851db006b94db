#!/bin/sh
# Installs what the tests need beside Python packages, where it may; else says what is missing.
# With CI=true a missing part is a failure (the tests themselves see to that).
set -u
missing=""
command -v chromium >/dev/null 2>&1 || missing="$missing chromium"
command -v chromedriver >/dev/null 2>&1 || missing="$missing chromium-driver"
command -v java >/dev/null 2>&1 || missing="$missing default-jre-headless"
command -v mvn >/dev/null 2>&1 || missing="$missing maven"
fc-list 2>/dev/null | grep -qi 'cjk' || missing="$missing fonts-noto-cjk"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing$missing from the distribution's packages"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing; } >/dev/null 2>&1 \
    || echo "Could not install$missing"
else
  echo "Missing$missing: the tests in a browser or on Neo4j are skipped. On Debian or Ubuntu: sudo apt-get install$missing"
fi
exit 0
