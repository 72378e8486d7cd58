// SPDX-License-Identifier: Apache-2.0
#include "render/papers/run_report/codes.h"

namespace muster {

std::string_view code_of(BottleneckKind kind) {
    switch (kind) {
        case BottleneckKind::room_door:
            return "room_door";
        case BottleneckKind::corridor_door:
            return "corridor_door";
        case BottleneckKind::flight:
            return "flight";
        case BottleneckKind::stair_mouth:
            return "stair_mouth";
        case BottleneckKind::landing:
            return "landing";
        case BottleneckKind::building_exit:
            return "building_exit";
        case BottleneckKind::gate:
            return "gate";
        case BottleneckKind::space:
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

std::string_view code_of(QuakeHarmKind kind) {
    switch (kind) {
        case QuakeHarmKind::door_jammed:
            return "door_jammed";
        case QuakeHarmKind::way_narrowed:
            return "way_narrowed";
        case QuakeHarmKind::item_fallen:
            return "item_fallen";
        case QuakeHarmKind::flight_damaged:
            return "flight_damaged";
        case QuakeHarmKind::debris:
            return "debris";
        case QuakeHarmKind::facade:
            return "facade";
    }
    return "";
}

std::string_view code_of(SpaceLoss why) {
    switch (why) {
        case SpaceLoss::sight:
            return "sight";
        case SpaceLoss::heat:
            return "heat";
        case SpaceLoss::gas:
            return "gas";
        case SpaceLoss::flashover:
            return "flashover";
        case SpaceLoss::leak:
            return "leak";
    }
    return "";
}

}  // namespace muster
