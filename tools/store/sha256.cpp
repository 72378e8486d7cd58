// SPDX-License-Identifier: Apache-2.0
#include "tools/store/sha256.h"

#include <glib.h>

#include <memory>

#include "floorplans/file_text.h"

namespace muster::store {

std::string sha256(std::string_view bytes) {
    const auto* data = reinterpret_cast<const guchar*>(bytes.data());
    const std::unique_ptr<gchar, decltype(&g_free)> digits(
        g_compute_checksum_for_data(G_CHECKSUM_SHA256, data, bytes.size()), g_free);
    return digits.get();
}

std::optional<std::string> sha256_of_file(const std::string& path) {
    const auto bytes = floorplans::file_text(path);
    if (!bytes) return std::nullopt;
    return sha256(*bytes);
}

}  // namespace muster::store
