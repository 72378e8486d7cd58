// SPDX-License-Identifier: Apache-2.0
#include "render/viewer/state/messages.h"

#include "render/text/catalogue.h"

namespace muster::viewer {

namespace {

constexpr double message_stays_s = 8.0;

}  // namespace

void say(ViewerState& state, const std::string& text) {
    if (text.empty()) return;
    state.message = text;
    state.message_left_s = message_stays_s;
}

void say_finding(ViewerState& state, const Finding& finding) {
    const text::FindingText text = text::describe(finding, state.settings.lang);
    say(state, text.hint.empty() ? text.message : text.message + " " + text.hint);
}

void say(ViewerState& state, const HostAnswer& answer) { say(state, answer.message); }

}  // namespace muster::viewer
