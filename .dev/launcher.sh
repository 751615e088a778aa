#!/usr/bin/env bash
# Puts Sedyanka into the menu of the desktop, with its icon and its file type, or takes it away again.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$(pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
if [ "$(uname -s)" != Linux ]; then
    echo "On Windows and macOS see the README, section \"Other systems\"." >&2
    exit 1
fi
files=("$share/applications/sedyanka.desktop" "$share/mime/packages/sedyanka.xml"
    "$share/icons/hicolor/scalable/apps/sedyanka.svg" "$share/icons/hicolor/scalable/mimetypes/application-x-sedyanka.svg")
refresh() {
    command -v update-mime-database >/dev/null && update-mime-database "$share/mime" >/dev/null 2>&1 || true
    command -v update-desktop-database >/dev/null && update-desktop-database "$share/applications" >/dev/null 2>&1 || true
    command -v gtk-update-icon-cache >/dev/null && gtk-update-icon-cache -q -t "$share/icons/hicolor" 2>/dev/null || true
}
# As the specification of desktop files asks: \\ for \ in a value, in a quoted argument once more, and %% for %.
write_launcher() {
    local path=${here//\\/\\\\} argument=${here//\\/\\\\\\\\} text sign
    for sign in '"' '`' '$'; do argument=${argument//"$sign"/"\\\\$sign"}; done
    text=$(<resources/desktop/sedyanka.desktop)
    text=${text//@EXEC@/"${argument//%/%%}"}
    printf '%s\n' "${text//@PATH@/"$path"}"
}
case ${1:-install} in
install)
    for file in "${files[@]}"; do mkdir -p "$(dirname "$file")"; done
    write_launcher > "${files[0]}"
    cp resources/desktop/sedyanka.xml "${files[1]}"
    cp resources/desktop/sedyanka.svg "${files[2]}"
    cp resources/desktop/sedyanka.svg "${files[3]}"
    refresh
    echo "Sedyanka is in the menu of your desktop now, and opens .sedyanka files."
    ;;
uninstall)
    rm -f "${files[@]}"
    refresh
    echo "Sedyanka is no longer in the menu of your desktop. Your playbooks are untouched."
    ;;
esac
