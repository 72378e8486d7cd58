// SPDX-License-Identifier: Apache-2.0
// Numbers, dates and times as people type them.
#include <catch2/catch.hpp>

#include "tools/office/tables/table_reader.h"

using namespace muster;
using namespace muster::tables;

TEST_CASE("values: numbers with units, full-width digits and thousands", "[tables]") {
    CHECK(number_in("45") == 45.0);
    CHECK(number_in("　４５人 ") == 45.0);
    CHECK(number_in("1,080") == 1080.0);
    CHECK(number_in("45.5") == 45.5);
    CHECK(number_in("-3") == -3.0);
    for (const char* none : {"", "四十五", "45/46", "1e5", "inf", "0x10", "45人左右", "4 5班", "-", ",5"}) {
        INFO(none);
        CHECK_FALSE(number_in(none));
    }
}

TEST_CASE("values: dates", "[tables]") {
    for (const char* text : {"2025年11月23日", "2025/11/23", "2025.11.23", "2025-11-23", "2025-11-23 08:30:00",
                             "20251123", "2025-11-23T08:30", "45984", "２０２５-11-23"}) {
        INFO(text);
        CHECK(iso_date(text) == "2025-11-23");
    }
    CHECK(iso_date("2025-1-3 08:30") == "2025-01-03");
    for (const char* none : {"", "11-23", "2025-13-01", "2025-02-29", "明天", "99999999", "2025"}) {
        INFO(none);
        CHECK_FALSE(iso_date(none));
    }
    CHECK(excel_date(1.0) == "1900-01-01");
    CHECK(excel_date(61.0) == "1900-03-01");
    CHECK(excel_date(45984.5) == "2025-11-23 12:00:00");
    CHECK(excel_date(0.25) == "06:00:00");
    CHECK_FALSE(excel_date(-1.0));
    CHECK_FALSE(excel_date(3e6));
}

TEST_CASE("values: times from the signal", "[tables]") {
    CHECK(seconds_in("102") == 102.0);
    CHECK(seconds_in("102.5 s") == 102.5);
    CHECK(seconds_in("102秒") == 102.0);
    CHECK(seconds_in("1:42") == 102.0);
    CHECK(seconds_in("1：42") == 102.0);
    CHECK(seconds_in("00:01:42") == 102.0);
    CHECK(seconds_in("1分42秒") == 102.0);
    CHECK(seconds_in("2分钟") == 120.0);
    CHECK(seconds_in("1'42\"") == 102.0);
    for (const char* none : {"", "1:70", "-5", "很快", "1:2:3:4", "42秒1分", "约102"}) {
        INFO(none);
        CHECK_FALSE(seconds_in(none));
    }
}

TEST_CASE("values: folded words", "[tables]") {
    CHECK(folded("　Ｃｌａｓｓ １ ") == "class1");
    CHECK(folded("东 楼梯") == "东楼梯");
    CHECK(trimmed_blanks("\xEF\xBB\xBF 　东 楼梯\r\n") == "东 楼梯");
    CHECK(column_letters(1) == "A");
    CHECK(column_letters(27) == "AA");
    CHECK(column_letters(16384) == "XFD");
}
