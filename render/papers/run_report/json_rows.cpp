// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/json_rows.h"

#include <cmath>

namespace muster::papers {

Json name_json(const Name& name) { return Json{{"zh-CN", name.zh}, {"en", name.en}}; }

Json number_json(double value, int decimals) {
    if (!std::isfinite(value)) return nullptr;
    const double unit = std::pow(10.0, decimals);
    return std::round(value * unit) / unit;
}

std::string json_text(const Json& json) {
    return json.dump(2, ' ', false, nlohmann::detail::error_handler_t::replace) + "\n";
}

}  // namespace muster::papers
