// SPDX-License-Identifier: Apache-2.0
// What file managers hand over.
#include <catch2/catch.hpp>

#include "render/viewer/state/dropped_path.h"

using namespace muster;
using namespace muster::viewer;

TEST_CASE("dropped path: a Chinese name with a space comes out as it is on the disk", "[viewer]") {
    CHECK(dropped_path("file:///home/li/%E5%AD%A6%E6%A0%A1%20%E7%94%B2/%e5%b9%b3.plan.json\r\n") ==
          "/home/li/学校 甲/平.plan.json");
}

TEST_CASE("dropped path: the first file on this computer is taken, comments and other places are not", "[viewer]") {
    CHECK(dropped_path(
              "# two\r\nhttps://example.org/a.json\r\nfile://server/b.json\r\nfile://localhost/c.json\r\nfile:///d") ==
          "/c.json");
    CHECK(dropped_path("file:/a b") == "/a b");
    CHECK_FALSE(dropped_path("https://example.org/a.json"));
    CHECK_FALSE(dropped_path(""));
}

TEST_CASE("dropped path: a broken percent code is no path", "[viewer]") {
    CHECK_FALSE(dropped_path("file:///a%4"));
    CHECK_FALSE(dropped_path("file:///a%zz.json"));
    CHECK_FALSE(dropped_path("file:///a%00.json"));
    CHECK_FALSE(dropped_path("file:///a%-1.json"));
}
