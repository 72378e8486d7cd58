// SPDX-License-Identifier: Apache-2.0
// muster import aislab.
#pragma once

#include <memory>

#include "tools/exchange/importer.h"

namespace muster::aislab {

[[nodiscard]] std::unique_ptr<exchange::Importer> make_importer();

}  // namespace muster::aislab
