// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/edit_desk.h"

#include <chrono>

namespace muster::viewer {

namespace {

constexpr double autosave_after_s = 2.0;  // of quiet
constexpr std::uint64_t never = ~std::uint64_t{0};

}  // namespace

EditDesk::EditDesk(Building building, std::string of, Check check)
    : edit(std::move(building)),
      tools(edit),
      path(std::move(of)),
      check_(std::move(check)),
      checking_(never),
      checked_(never),
      kept_(edit.revision()) {}

void EditDesk::follow() {
    if (const auto points = tools.take_underlay_points()) underlay_points = points;
    if (under_way_.valid()) {
        if (under_way_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
        PlanCheck check = under_way_.get();
        findings_ = std::move(check.findings);
        healed_ = std::move(check.healed);
        checked_ = checking_;
    }
    if (checked_ == edit.revision()) return;
    checking_ = edit.revision();
    under_way_ =
        std::async(std::launch::async, [check = check_, building = edit.snapshot()] { return check(*building); });
}

bool EditDesk::autosave_due(double passed_s) {
    if (!edit.dirty() || kept_ == edit.revision()) {
        since_change_s_ = 0.0;
        return false;
    }
    since_change_s_ += passed_s;
    if (since_change_s_ < autosave_after_s) return false;
    kept_ = edit.revision();
    since_change_s_ = 0.0;
    return true;
}

std::string autosave_path(const std::string& plan_path) {
    return (plan_path.empty() ? std::string("muster-plan") : plan_path) + ".autosave";
}

}  // namespace muster::viewer
