#!/usr/bin/env bash
# Makes ready what the program needs: a Python environment in .venv and, on Linux, the libraries that Qt loads.
# Usage: .dev/setup.sh run|test
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:-run}
lock=requirements.lock
[ "$what" = test ] && lock=requirements-dev.lock

# Debian's names of what Qt needs for a window; elsewhere the missing files are named.
libraries="libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0
libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0"

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install() {
    local told
    echo "Installing" "$@" "..."
    apt-get update -qq >/dev/null 2>&1 || true # an old list of packages is often enough
    told=$(DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" 2>&1) || {
        echo "$told" >&2
        return 1
    }
}

# The newest Python that fits and can make environments, else one that only fits.
find_python() {
    local name found=""
    for name in "${PYTHON:-}" python3.13 python3.12 python3.11 python3 python; do
        command -v "${name:-none}" >/dev/null 2>&1 || continue
        "$name" -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info < (3, 14)))' 2>/dev/null || continue
        if "$name" -c 'import ensurepip, venv' 2>/dev/null; then
            echo "$name"
            return
        fi
        found=${found:-$name}
    done
    echo "$found"
}

make_environment() {
    local python venv
    python=$(find_python)
    if [ -z "$python" ] && may_install && install python3 python3-venv; then
        python=$(find_python)
    fi
    if [ -z "$python" ]; then
        echo "Sedyanka needs Python 3.11, 3.12 or 3.13. On Debian or Ubuntu: sudo apt-get install python3 python3-venv; elsewhere: https://www.python.org/downloads/" >&2
        exit 1
    fi
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        venv=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
        if ! may_install || ! install "$venv"; then
            echo "Python cannot make environments here. On Debian or Ubuntu: sudo apt-get install $venv" >&2
            exit 1
        fi
    fi
    echo "Setting up the Python environment in .venv (once) ..."
    rm -rf .venv
    "$python" -m venv .venv
}

install_packages() {
    local stamp=.venv/.ready-$what
    local sum
    sum=$(cksum "$lock" | cut -d' ' -f1)
    if .venv/bin/python -c '' 2>/dev/null; then
        [ "$(cat "$stamp" 2>/dev/null)" = "$sum" ] && return
        .venv/bin/python -m pip --version >/dev/null 2>&1 || make_environment # it was interrupted while it began
    else
        make_environment
    fi
    echo "Installing the packages of $lock ..."
    # A variable that forbids bytecode would make every start three times slower.
    env -u PYTHONDONTWRITEBYTECODE .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r "$lock"
    env -u PYTHONDONTWRITEBYTECODE .venv/bin/python -m compileall -q -j 0 .venv/lib >/dev/null || true
    echo "$sum" > "$stamp"
}

# A window needs more than the drawing without a display does: who may not install shall not need it.
missing_libraries() {
    local qt window=""
    [ "$what" = run ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && ! may_install || window=Qt/plugins/platforms/libqxcb.so
    qt=$(.venv/bin/python -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])')
    { ldd "$qt/$window" "$qt"/Qt/lib/libQt6Gui.so.6 "$qt"/Qt/lib/libQt6Widgets.so.6 2>/dev/null || true; } |
        awk '/not found/ {print $1}' | sort -u
}

check_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    local missing
    missing=$(missing_libraries)
    [ -z "$missing" ] && return 0
    # shellcheck disable=SC2086  # one word each
    if may_install && install $libraries; then
        missing=$(missing_libraries)
        [ -z "$missing" ] && return 0
    fi
    # shellcheck disable=SC2086  # one line, one word each
    echo "Qt needs system libraries that are not installed:" $missing >&2
    # shellcheck disable=SC2086
    echo "On Debian or Ubuntu: sudo apt-get install" $libraries >&2
    exit 1
}

install_packages
# Always, since the program may be newer than the environment; what is up to date costs nothing.
env -u PYTHONDONTWRITEBYTECODE .venv/bin/python -m compileall -q app widgets storage resources main.py >/dev/null || true
check_libraries
