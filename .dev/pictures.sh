#!/usr/bin/env bash
# Draws the pictures of the README anew, from the sample as it is on 10 March.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for language in en bg; do
    .venv/bin/python main.py sample "$folder/$language.sedyanka" --lang "$language" >/dev/null
done
draw() { .venv/bin/python main.py screenshots "$folder/$1.sedyanka" --out "$folder/$1" --lang "$1" --theme "$2" --today 2027-03-10 >/dev/null; }
draw en light
draw bg dark
cp "$folder/en/calendar-light-en.png" .pictures/calendar.png
cp "$folder/en/calendar-scope-light-en.png" .pictures/scope.png
cp "$folder/en/calendar-month-light-en.png" .pictures/month.png
cp "$folder/en/export-light-en.png" .pictures/export.png
for page in home purpose tasks personas guide; do cp "$folder/en/$page-light-en.png" ".pictures/$page.png"; done
cp "$folder/en/funnel-branch-light-en.png" .pictures/funnel.png
cp "$folder/bg/calendar-dark-bg.png" .pictures/calendar-bg.png
ls -l .pictures
