#!/usr/bin/env bash
# Chromium and a CJK font for the tests of the report. Where this may not install them, the tests are skipped and say so.
set -euo pipefail
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "no chromium here, and no right to install it: the browser tests will be skipped"
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -q >/dev/null || true
apt-get install -y -q --no-install-recommends chromium fonts-noto-cjk >/dev/null ||
  echo "chromium could not be installed: the browser tests will be skipped"
