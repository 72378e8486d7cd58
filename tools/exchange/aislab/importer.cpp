// SPDX-License-Identifier: Apache-2.0
#include "tools/exchange/aislab/importer.h"

#include "tools/exchange/aislab/aislab.h"

namespace muster::aislab {

namespace {

class AislabImporter final : public exchange::Importer {
public:
    [[nodiscard]] std::string_view name() const override { return "aislab"; }
    [[nodiscard]] Checked<Building> read(const std::vector<std::string>& files) const override {
        return import_aislab(files);
    }
    [[nodiscard]] std::string scenario_for(const Building& building, const std::string& plan) const override {
        return default_scenario_for(building, plan);
    }
};

}  // namespace

std::unique_ptr<exchange::Importer> make_importer() { return std::make_unique<AislabImporter>(); }

}  // namespace muster::aislab
