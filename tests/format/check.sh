#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Usage: check.sh CLANG_FORMAT ROOT [STAMP] : fails when a source file is not as .clang-format wants it. With STAMP only
# files that are newer than it, and it is written when all of them are good.
set -eu
case " $* " in
    *' -h '* | *' --help '*) exec sed -n '3,/^[^#]/s/^# \{0,1\}//p' "$0" ;;
esac
cd "$2"
stamp=${3:-}
begun=$(mktemp)
trap 'rm -f "$begun"' EXIT
since=
if [ -n "$stamp" ] && [ -f "$stamp" ] && [ "$stamp" -nt .clang-format ]; then since=1; fi
find sim floorplans scenarios render tools tests \( -name '*.h' -o -name '*.cpp' \) ${since:+-newer "$stamp"} -print0 |
    xargs -0 -r -n 40 -P "$(nproc)" "$1" --dry-run -Werror
if [ -n "$stamp" ]; then mv "$begun" "$stamp"; fi
