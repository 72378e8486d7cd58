// SPDX-License-Identifier: Apache-2.0
// Time to open a stored run: 2,000 people over 300 s, sampled twice a second, in the school of the demonstration.
// Prints min / median / max of whole openings and of the recording alone. Usage: bench_open_bench
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <vector>

#include "scenarios/reader.h"
#include "tests/support/paths.h"
#include "tests/support/temporary_folder.h"
#include "tools/store/output_file.h"
#include "tools/store/run_inputs.h"
#include "tools/store/run_reader.h"
#include "tools/store/trajectory_writer.h"

namespace muster::testing {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t people = 2000, samples = 600;

// Everybody walks in a circle in the room of the first class.
void play(const World& world, RunObserver& observer) {
    std::vector<PersonInfo> who(people);
    for (PersonInfo& person : who) {
        person.group = GroupId{0};
        person.profile = ProfileId{0};
    }
    const SpaceId room = world.scenario.population.groups[0].space;
    std::vector<float> x(people), y(people), v(people, 1.0F), w(people, 0.5F), pressure(people), dose(people);
    const std::vector<SpaceId> space(people, room);
    const std::vector<PersonState> state(people, PersonState::walking);
    observer.run_started({&world, 1, who});
    for (std::size_t s = 0; s < samples; ++s) {
        for (std::size_t p = 0; p < people; ++p) {
            x[p] = 0.01F * static_cast<float>((s * 37 + p * 11) % 1000);
            y[p] = 0.01F * static_cast<float>((s * 13 + p * 7) % 700);
        }
        observer.frame({SimTime{static_cast<std::int64_t>(s) * 500'000}, x, y, v, w, space, state, pressure, dose});
    }
    observer.run_ended({});
}

template <class Work>
void measure(const char* what, Work&& work) {
    std::vector<double> taken;
    for (int i = 0; i < 7; ++i) {
        const Clock::time_point start = Clock::now();
        work();
        taken.push_back(std::chrono::duration<double>(Clock::now() - start).count());
    }
    std::sort(taken.begin(), taken.end());
    std::printf("%-32s %7.3f %7.3f %7.3f s\n", what, taken.front(), taken[taken.size() / 2], taken.back());
}

int run() {
    const auto loaded = scenarios::load_world(testing::source_file("scenarios/library/primary_drill.scenario.json"));
    if (!loaded) return 1;
    const TemporaryFolder folder;
    const std::string database = folder.file("trajectory.sqlite"), summary = folder.file("summary.json");
    const std::filesystem::path place = std::filesystem::path(summary).parent_path();
    measure("writing all of it", [&] {
        std::filesystem::remove(database);
        store::TrajectoryWriter writer(database);
        play(*loaded.value->world, writer);
    });
    std::string rows;
    for (const papers::InputFile& input : store::keep_inputs(loaded.value->files, place))
        rows += (rows.empty() ? "{\"path\":\"" : ",{\"path\":\"") + input.path + "\",\"sha256\":\"" + input.sha256 +
                "\",\"copy\":\"" + input.copy + "\"}";
    store::write_file(summary, R"({"program":"muster","runs":[{"wall_s":1}],"inputs":[)" + rows + "]}");
    std::printf("trajectory.sqlite %.1f MB\n", static_cast<double>(std::filesystem::file_size(database)) / 1e6);
    bool good = true;
    measure("the recording", [&] { good = good && store::read_recording(database, loaded.value->world); });
    measure("the folder", [&] { good = good && store::read_run(place.string()); });
    return good ? 0 : 1;
}

}  // namespace
}  // namespace muster::testing

int main() { return muster::testing::run(); }
