#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Usage: check.sh CLANG_FORMAT ROOT : fails when a source file is not as .clang-format wants it.
set -eu
case " $* " in
    *' -h '* | *' --help '*) exec sed -n '3,/^[^#]/s/^# \{0,1\}//p' "$0" ;;
esac
cd "$2"
find sim floorplans scenarios render tools tests \( -name '*.h' -o -name '*.cpp' \) -print0 |
    xargs -0 -n 40 -P "$(nproc)" "$1" --dry-run -Werror
