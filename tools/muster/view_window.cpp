// SPDX-License-Identifier: Apache-2.0
#include "tools/muster/commands.h"

namespace muster {

Exit view_window(const ViewOptions&, const Console& console) {
    console.tell("muster.view.no_window", {});
    return Exit::could_not_run;
}

}  // namespace muster
