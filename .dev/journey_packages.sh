#!/usr/bin/env bash
# Installs what the journeys through the real window need; without rights they are skipped and say why.
set -u
command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || exit 0
need=""
for pair in Xvfb:xvfb openbox:openbox xdotool:xdotool import:imagemagick setxkbmap:x11-xkb-utils xprop:x11-utils \
    pdftotext:poppler-utils dbus-daemon:dbus; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || need="$need ${pair##*:}"
done
/usr/bin/python3 -c "import pyatspi" 2>/dev/null || need="$need python3-pyatspi gir1.2-atspi-2.0 at-spi2-core"
[ -z "$need" ] && exit 0
echo "Installing what the journeys through the real window need:$need ..."
apt-get update -qq >/dev/null 2>&1
# shellcheck disable=SC2086  # one word each
told=$(DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $need xkb-data 2>&1) || echo "$told" >&2
exit 0
