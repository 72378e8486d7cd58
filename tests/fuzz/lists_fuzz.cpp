// SPDX-License-Identifier: Apache-2.0
// Bytes as a list of classes, and as a form of measured times: no crash, refusals have codes, and what is accepted is a
// scenario that can be run, or times that a drill can take.
#include "tests/fuzz/fuzz_site.h"
#include "tests/fuzz/require.h"
#include "tests/support/world_builder.h"
#include "tools/office/classes/class_import.h"
#include "tools/office/drill/drill_form.h"
#include "tools/office/drill/drill_times.h"

using namespace muster;
using namespace muster::testing;

namespace {

const World& site() {
    static const std::shared_ptr<const World> world =
        WorldBuilder(fuzz_site()).group("g1", "r1", 12).group("g2", "c2", 8).build();
    return *world;
}

std::optional<tables::TextTable> table_of(const std::string& bytes, const std::vector<tables::TableColumn>& columns) {
    tables::TableRequest request;
    request.columns = columns;
    return tables::read_table(bytes, "fuzz.csv", request).value;
}

template <class T>
void require_sound(const Checked<T>& read) {
    for (const Finding& f : read.findings) require(!f.code.empty());
    require(read.value.has_value() != has_errors(read.findings));
}

void check_classes(const std::string& bytes) {
    std::optional<tables::TextTable> table = table_of(bytes, classes::class_columns());
    if (!table) return;
    const auto list = classes::class_list_of(std::move(*table), site().building);
    require_sound(list);
    if (!list.value) return;
    for (const classes::ListedClass& c : list.value->classes)
        require(c.headcount > 0 && c.headcount < classes::impossible_class);
    const auto import = classes::import_classes(*list.value, site());
    require_sound(import);
    if (import.value) require(validate(site().building, site().risk_map, import.value->scenario).value.has_value());
}

void check_times(const std::string& bytes) {
    const std::optional<tables::TextTable> table = table_of(bytes, drill::drill_columns());
    if (!table) return;
    const auto measured = drill::measured_of(*table, site());
    require_sound(measured);
    if (!measured.value) return;
    require(measured.value->times.classes.size() == site().scenario.population.groups.size());
    for (const auto& time : measured.value->times.school.s)
        require(!time || (*time >= 0.0 && *time <= drill::longest_drill_s));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    check_classes(bytes);
    check_times(bytes);
    return 0;
}
