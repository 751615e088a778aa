#!/usr/bin/env bash
# Installs what the journeys through the real window and the tests in a browser need; without rights they are skipped and say why.
set -u
command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || exit 0
need=""
for pair in Xvfb:xvfb openbox:openbox xdotool:xdotool import:imagemagick setxkbmap:x11-xkb-utils xprop:x11-utils \
    pdftotext:poppler-utils dbus-daemon:dbus; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || need="$need ${pair##*:}"
done
/usr/bin/python3 -c "import pyatspi" 2>/dev/null || need="$need python3-pyatspi gir1.2-atspi-2.0 at-spi2-core"
# The page of the guide is looked at in a browser; where nothing is called so, its tests are skipped.
browser=""
command -v chromium-headless-shell chromium chromium-browser google-chrome >/dev/null 2>&1 || browser=chromium-headless-shell
[ -z "$need$browser" ] && exit 0
echo "Installing what the journeys through the real window, and through a browser, need:$need $browser ..."
apt-get update -qq >/dev/null 2>&1
install() {
    local told
    told=$(DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" 2>&1) || echo "$told" >&2
}
# shellcheck disable=SC2086  # one word each
[ -z "$need" ] || install $need xkb-data
[ -z "$browser" ] || ! apt-cache show "$browser" >/dev/null 2>&1 || install "$browser"
exit 0
