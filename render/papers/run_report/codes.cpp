// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/codes.h"

namespace muster::papers {

std::string_view code_of(analysis::BottleneckKind kind) {
    switch (kind) {
        case analysis::BottleneckKind::room_door:
            return "room_door";
        case analysis::BottleneckKind::corridor_door:
            return "corridor_door";
        case analysis::BottleneckKind::flight:
            return "flight";
        case analysis::BottleneckKind::stair_mouth:
            return "stair_mouth";
        case analysis::BottleneckKind::landing:
            return "landing";
        case analysis::BottleneckKind::building_exit:
            return "building_exit";
        case analysis::BottleneckKind::gate:
            return "gate";
        case analysis::BottleneckKind::space:
            return "space";
    }
    return "";
}

std::string_view code_of(RunMode mode) { return mode == RunMode::drill ? "drill" : "real"; }

std::string_view code_of(DoorMode mode) { return mode == DoorMode::realistic ? "realistic" : "regulation"; }

std::string_view code_of(ReleasePolicy policy) {
    switch (policy) {
        case ReleasePolicy::all_at_once:
            return "all_at_once";
        case ReleasePolicy::by_storey:
            return "by_storey";
        case ReleasePolicy::class_by_class:
            return "class_by_class";
        case ReleasePolicy::stagger:
            return "stagger";
    }
    return "";
}

std::string_view code_of(Severity severity) {
    switch (severity) {
        case Severity::note:
            return "note";
        case Severity::warning:
            return "warning";
        case Severity::error:
            return "error";
    }
    return "";
}

std::string_view code_of(analysis::QuakeHarmKind kind) {
    switch (kind) {
        case analysis::QuakeHarmKind::door_jammed:
            return "door_jammed";
        case analysis::QuakeHarmKind::way_narrowed:
            return "way_narrowed";
        case analysis::QuakeHarmKind::item_fallen:
            return "item_fallen";
        case analysis::QuakeHarmKind::flight_damaged:
            return "flight_damaged";
        case analysis::QuakeHarmKind::debris:
            return "debris";
        case analysis::QuakeHarmKind::facade:
            return "facade";
    }
    return "";
}

std::string_view code_of(analysis::SpaceLoss why) {
    switch (why) {
        case analysis::SpaceLoss::sight:
            return "sight";
        case analysis::SpaceLoss::heat:
            return "heat";
        case analysis::SpaceLoss::gas:
            return "gas";
        case analysis::SpaceLoss::flashover:
            return "flashover";
        case analysis::SpaceLoss::leak:
            return "leak";
    }
    return "";
}

}  // namespace muster::papers
