// SPDX-License-Identifier: Apache-2.0
#include "render/text/dates.h"

#include "render/text/catalogue.h"

namespace muster::text {

std::string date_text(const std::string& iso, Lang lang) {
    if (iso.size() < 10) return iso;
    const Catalogue words(lang);
    const bool two_digits = words.text("date.digits") == "2";
    const auto number = [&](std::size_t from) {
        const std::string digits = iso.substr(from, 2);
        return digits.front() == '0' && !two_digits ? digits.substr(1) : digits;
    };
    return words.text("date.text", {{"year", iso.substr(0, 4)}, {"month", number(5)}, {"day", number(8)}});
}

}  // namespace muster::text
