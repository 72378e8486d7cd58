#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Two files, each with a type of its own under one name, must not pass the link that the check relies on.
# Usage: self_test.sh COMPILER FOLDER_OF_SOURCES
set -eu
case " $* " in
    *' -h '* | *' --help '*) exec sed -n '3,/^[^#]/s/^# \{0,1\}//p' "$0" ;;
esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C  # the compiler's words are compared
for source in "$2"/*.cpp; do
    "$1" -std=c++20 -O0 -flto -fno-fat-lto-objects -c "$source" -o "$work/$(basename "$source" .cpp).o"
done
if "$1" -O0 -flto=1 -r -flinker-output=rel -Werror=odr -o "$work/both" "$work"/*.o 2>"$work/said"; then
    echo "two types of one name were linked together without a word" >&2
    exit 1
fi
grep -q "Proposal.* violates the C++ One Definition Rule" "$work/said" || {
    cat "$work/said" >&2
    exit 1
}
