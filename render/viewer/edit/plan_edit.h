// SPDX-License-Identifier: Apache-2.0
// A plan being edited: the building of this moment, the steps that led here, what is selected. Every step is kept as a
// whole building, so undoing gives back exactly what was.
#pragma once

#include <deque>
#include <memory>
#include <vector>

#include "render/viewer/edit/edit_types.h"

namespace muster::viewer {

class PlanEdit {
public:
    explicit PlanEdit(Building building);

    [[nodiscard]] const Building& building() const { return *steps_[at_].building; }
    /// Shared, for a check that runs beside.
    [[nodiscard]] std::shared_ptr<const Building> snapshot() const { return steps_[at_].building; }
    /// Another number after every change, undo and redo.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }

    /// Takes the step; false when it was refused (then refusal() says why). `joins_last`: a step of the same kind on
    /// the same object as the one before is one step with it (typing a number, pulling a slider).
    bool apply(Edited edited, bool joins_last = false);
    /// Why the last apply() was refused; an id of a text, empty when it was not.
    [[nodiscard]] const std::string& refusal() const { return refusal_; }
    [[nodiscard]] const EditArgs& refusal_args() const { return refusal_args_; }
    /// Openings that the last step left without their place.
    [[nodiscard]] const std::vector<std::string>& lost() const { return lost_; }

    bool undo();
    bool redo();
    /// Ids of the texts of the step that would be undone or redone; empty when there is none.
    [[nodiscard]] std::string undo_step() const;
    [[nodiscard]] std::string redo_step() const;

    [[nodiscard]] bool dirty() const { return steps_[at_].building != saved_; }
    void mark_saved() { saved_ = steps_[at_].building; }

    [[nodiscard]] const std::vector<ObjectRef>& selection() const { return selection_; }
    void select(std::vector<ObjectRef> objects);
    void toggle(ObjectRef object);
    [[nodiscard]] bool is_selected(ObjectRef object) const;

private:
    struct Step {
        std::shared_ptr<const Building> building;
        std::string step;  // that led to it
        std::optional<ObjectRef> made;
    };
    void arrive();

    std::deque<Step> steps_;  // the first is where editing began, or the oldest that is kept
    std::size_t at_ = 0;
    std::shared_ptr<const Building> saved_;
    std::uint64_t revision_ = 0;
    std::string refusal_;
    EditArgs refusal_args_;
    std::vector<std::string> lost_;
    std::vector<ObjectRef> selection_;
};

}  // namespace muster::viewer
