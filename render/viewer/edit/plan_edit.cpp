// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/edit/plan_edit.h"

#include <algorithm>

namespace muster::viewer {

namespace {

constexpr std::size_t max_steps = 200;  // a school of a thousand pieces of furniture is about half a megabyte

}  // namespace

PlanEdit::PlanEdit(Building building) {
    building.seal();
    steps_.push_back({std::make_shared<const Building>(std::move(building)), {}, {}});
    saved_ = steps_.front().building;
}

bool PlanEdit::apply(Edited edited, bool joins_last) {
    refusal_ = std::move(edited.refusal);
    refusal_args_ = std::move(edited.args);
    lost_ = std::move(edited.lost);
    if (!edited.building) return false;
    Step step{std::make_shared<const Building>(std::move(*edited.building)), std::move(edited.step), edited.made};
    steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, steps_.end());
    const bool joined = joins_last && at_ > 0 && steps_[at_].step == step.step && steps_[at_].made == step.made &&
                        steps_[at_].building != saved_;
    if (joined) {
        steps_[at_] = std::move(step);
    } else {
        steps_.push_back(std::move(step));
        if (steps_.size() > max_steps) steps_.pop_front();
        at_ = steps_.size() - 1;
    }
    // Numbers of objects shift when some go: only what the step names is still known.
    const auto& made = steps_[at_].made;
    if (!made)
        selection_.clear();
    else if (!joined && !is_selected(*made))
        selection_ = {*made};
    arrive();
    return true;
}

bool PlanEdit::undo() {
    if (at_ == 0) return false;
    --at_;
    lost_.clear();
    selection_.clear();
    arrive();
    return true;
}

bool PlanEdit::redo() {
    if (at_ + 1 >= steps_.size()) return false;
    ++at_;
    lost_.clear();
    selection_.clear();
    arrive();
    return true;
}

std::string PlanEdit::undo_step() const { return at_ == 0 ? std::string() : steps_[at_].step; }
std::string PlanEdit::redo_step() const { return at_ + 1 < steps_.size() ? steps_[at_ + 1].step : std::string(); }

void PlanEdit::select(std::vector<ObjectRef> objects) {
    selection_ = std::move(objects);
    std::erase_if(selection_, [&](const ObjectRef& o) { return !exists(building(), o); });
}

void PlanEdit::toggle(ObjectRef object) {
    if (std::erase(selection_, object) == 0 && exists(building(), object)) selection_.push_back(object);
}

bool PlanEdit::is_selected(ObjectRef object) const {
    return std::find(selection_.begin(), selection_.end(), object) != selection_.end();
}

void PlanEdit::arrive() {
    ++revision_;
    refusal_.clear();
    std::erase_if(selection_, [&](const ObjectRef& o) { return !exists(building(), o); });
}

}  // namespace muster::viewer
