// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/board_control.h"

#include "render/text/catalogue.h"
#include "render/viewer/state/messages.h"
#include "sim/base/overload.h"

namespace muster::viewer {

void BoardControl::set_up() {
    if (!state_.open() || state_.desk) return;
    state_.desk =
        std::make_unique<EditDesk>(state_.session().world().building, state_.session().file().plan_path,
                                   [&host = host_](const Building& building) { return host.check_plan(building); });
    look_for_autosave();
}

void BoardControl::grant(const BoardWish& wish) {
    if (!state_.desk) return;
    EditDesk& desk = *state_.desk;
    const auto tell_refusal = [&](bool taken) {
        const text::Catalogue words(state_.settings.lang);
        if (!taken) say(state_, words.text(desk.edit.refusal(), desk.edit.refusal_args()));
        if (!desk.edit.lost().empty()) {
            std::string keys;
            for (const std::string& key : desk.edit.lost()) keys += (keys.empty() ? "" : ", ") + key;
            say(state_, words.text("edit.lost", {{"openings", keys}}));
        }
    };
    std::visit(Overload{[&](const wish::EditPointer& w) { point(w); },
                        [&](const wish::EditPress& w) {
                            if (w.key == wish::EditKey::finish) desk.tools.finish();
                            if (w.key == wish::EditKey::cancel) desk.tools.cancel();
                            if (w.key == wish::EditKey::remove) desk.tools.remove_selection();
                        },
                        [&](const wish::EditTool& w) { desk.tools.choose(w.tool); },
                        [&](const wish::EditSettings& w) { desk.tools.settings = w.settings; },
                        [&](const wish::EditStep& w) { tell_refusal(desk.edit.apply(w.step, w.joins_last)); },
                        [&](const wish::EditSelect& w) { desk.edit.select(w.objects); },
                        [&](const wish::EditUnderlay& w) { desk.underlay = w.underlay; },
                        [&](const wish::RemoveUnderlay&) { desk.underlay.reset(); },
                        [&](const wish::ScaleUnderlay& w) { scale_underlay(w.real_m); },
                        [&](const wish::RestoreAutosave&) { restore_autosave(); },
                        [&](const wish::DiscardAutosave&) { discard_autosave(); },
                        [&](const wish::SavePlan& w) { save_plan(w.path); }, [&](const wish::TryPlan&) { try_plan(); }},
               wish);
}

void BoardControl::point(const wish::EditPointer& what) {
    EditDesk& desk = *state_.desk;
    const std::uint64_t before = desk.edit.revision();
    switch (what.stroke) {
        case wish::Stroke::press:
            desk.tools.press(what.at);
            break;
        case wish::Stroke::drag:
            desk.tools.drag(what.at);
            break;
        case wish::Stroke::release:
            desk.tools.release(what.at);
            break;
        case wish::Stroke::hover:
            desk.tools.hover(what.at);
            break;
        case wish::Stroke::double_click:
            desk.tools.double_click(what.at);
            break;
    }
    const bool may_refuse = what.stroke == wish::Stroke::release || what.stroke == wish::Stroke::double_click;
    if (may_refuse && desk.edit.revision() == before && !desk.edit.refusal().empty())
        say(state_, text::Catalogue(state_.settings.lang).text(desk.edit.refusal(), desk.edit.refusal_args()));
}

void BoardControl::scale_underlay(double real_m) {
    EditDesk& desk = *state_.desk;
    if (!desk.underlay || !desk.underlay_points) return;
    const PictureTransform& now = desk.underlay->transform;
    const auto scaled = scaled_by_two_points(now, now.pixel(desk.underlay_points->first),
                                             now.pixel(desk.underlay_points->second), real_m);
    if (scaled) desk.underlay->transform = *scaled;
    desk.underlay_points.reset();
}

void BoardControl::save_plan(const std::string& path) {
    EditDesk& desk = *state_.desk;
    const HostAnswer answer = host_.save_plan(desk.edit.building(), path);
    if (answer.done) {
        desk.edit.mark_saved();
        forget_own_autosave();
        desk.path = path;
    }
    say(state_, answer);
}

void BoardControl::look_for_autosave() {
    EditDesk& desk = *state_.desk;
    desk.found = host_.autosaved(desk.path);
    if (desk.found)
        say(state_,
            text::Catalogue(state_.settings.lang).text("viewer.edit.autosave_found", {{"file", desk.found->file}}));
}

void BoardControl::restore_autosave() {
    EditDesk& desk = *state_.desk;
    if (!desk.found) return;
    const Autosaved found = std::move(*desk.found);
    desk.found.reset();
    desk.edit.apply(done(found.building, "edit.step.restore"));
    keep_unsaved();
    if (found.file != autosave_path(desk.path)) host_.forget_autosave(found.file);
}

// An older one may lie under it.
void BoardControl::discard_autosave() {
    if (!state_.desk->found) return;
    host_.forget_autosave(state_.desk->found->file);
    look_for_autosave();
}

void BoardControl::forget_own_autosave() {
    const EditDesk& desk = *state_.desk;
    const std::string file = autosave_path(desk.path);
    if (!desk.found || desk.found->file != file) host_.forget_autosave(file);
}

void BoardControl::keep_unsaved() {
    if (!state_.desk || !state_.desk->edit.dirty()) return;
    EditDesk& desk = *state_.desk;
    if (desk.found && desk.found->file == autosave_path(desk.path))
        desk.found->file = host_.set_aside_autosave(desk.path);
    host_.autosave(desk.edit.building(), desk.path);
}

void BoardControl::try_plan() {
    const Building* const healed = state_.desk->healed();
    if (healed == nullptr) return say(state_, text::Catalogue(state_.settings.lang).text("viewer.edit.has_errors"));
    auto world = host_.with_plan(state_.session(), *healed);
    if (!world) return say_finding(state_, world.findings.front());
    state_.session().change_world(std::move(*world.value));
    state_.selection = {};
    state_.mode = Mode::watch;
    state_.playback.at_s = 0.0;
}

}  // namespace muster::viewer
