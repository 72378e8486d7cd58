// SPDX-License-Identifier: Apache-2.0
#include "sim/base/number_text.h"

#include <catch2/catch.hpp>

using namespace muster;

TEST_CASE("numbers: decimals as asked for, and no minus before nothing", "[base]") {
    CHECK(fixed_number(1.5, 2) == "1.50");
    CHECK(fixed_number(-0.004, 2) == "0.00");
    CHECK(fixed_number(2.5, 0) == "2");
    CHECK(short_number(1.50, 2) == "1.5");
    CHECK(short_number(100.0, 2) == "100");
    CHECK(short_number(-0.0001) == "0");
    CHECK(short_number(1e300).size() == 301);
}
