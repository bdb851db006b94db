#!/bin/sh
# Installs zeren from the wheels beside this file (no network), then runs it: without arguments it serves.
set -e
cd "$(dirname "$0")"
export PYTHONUTF8=1 PIP_NO_INDEX=1 PIP_DISABLE_PIP_VERSION_CHECK=1
if [ ! -x .venv/bin/zeren ]; then
  python="${PYTHON:-python3}"
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "需要 Python 3.11 以上:安装后再试,或 PYTHON=/路径/python3 ./start.sh" >&2
    exit 1
  }
  echo "正在安装(只在第一次,不用网络)……"
  rm -rf .venv
  "$python" -m venv .venv
  .venv/bin/python -m pip install --quiet --no-index --find-links wheels zeren
fi
export ZEREN_STORE="${ZEREN_STORE:-ladybug://data}"
[ $# -gt 0 ] || set -- serve
exec .venv/bin/zeren "$@"
