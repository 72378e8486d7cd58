// SPDX-License-Identifier: Apache-2.0
#include "tools/store/trajectory_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include "sim/record/words.h"
#include "tools/store/recording_writer.h"
#include "tools/store/sha256.h"
#include "tools/store/sqlite.h"
#include "tools/store/trajectory_schema.h"
#include "tools/store/walkable_area.h"

namespace muster::store {

namespace {

// Height above the site's zero as a linear function of the place: Building::height_m() without its look-ups.
struct Surface {
    std::int64_t level = 0;
    double floor_m = 0.0, rise_m = 0.0;
    Vec2 slope;           // rise per metre in plan
    double offset = 0.0;  // of the rise at the origin

    [[nodiscard]] double height_m(Vec2 p) const { return floor_m + std::clamp(dot(p, slope) + offset, 0.0, rise_m); }
};

Surface surface_of(const Building& building, const Space& space) {
    Surface s;
    s.level = static_cast<std::int64_t>(space.level.index());
    s.floor_m = building.level(space.level).elevation_m + space.floor_m;
    if (!space.flight || !space.flight->foot.valid() || !space.flight->head.valid()) return s;
    const Vec2 foot = building.opening(space.flight->foot).at.middle();
    const double run_m = distance(foot, building.opening(space.flight->head).at.middle());
    if (run_m <= 0.0) return s;
    s.rise_m = space.flight->rise_m();
    s.slope = s.rise_m / run_m * space.flight->up;
    s.offset = -dot(foot, s.slope);
    return s;
}

struct Row {
    std::int64_t frame, id;
    double x, y, heading_x, heading_y;
    std::int64_t level;
    double z;
    std::int64_t state;
};

constexpr std::size_t rows_per_insert = 32;

std::string insert_sql(std::size_t rows) {
    std::string sql = "INSERT INTO trajectory_data VALUES";
    for (std::size_t i = 0; i < rows; ++i) sql += i == 0 ? "(?,?,?,?,?,?,?,?,?)" : ",(?,?,?,?,?,?,?,?,?)";
    return sql;
}

constexpr int columns = 9;

void bind_row(Statement& statement, int before, const Row& row) {
    statement.bind(before + 1, row.frame).bind(before + 2, row.id).bind(before + 3, row.x).bind(before + 4, row.y);
    statement.bind(before + 5, row.heading_x).bind(before + 6, row.heading_y);
    statement.bind(before + 7, row.level).bind(before + 8, row.z).bind(before + 9, row.state);
}

}  // namespace

const char* code_of(PersonState state) { return word_of(state); }

std::int64_t geometry_key(const std::string& wkt) {
    return static_cast<std::int64_t>(std::stoull(sha256(wkt).substr(0, 16), nullptr, 16) >> 1);
}

class TrajectoryWriter::Impl {
public:
    explicit Impl(const std::string& path) : database_(Database::create(path)), recording_(database_) {
        create_schema(database_, Storeys::all);
    }

    void start(const RunHeader& header);
    void add(const Frame& frame);
    RecordingWriter& recording() { return recording_; }
    void finish(const Outcome& outcome);

private:
    void write_building(const Building& building);
    void write_people(const RunHeader& header);
    void add_person(const Frame& frame, std::size_t person);
    void flush();

    Database database_;
    RecordingWriter recording_;
    Statement insert_many_, insert_one_, insert_frame_;
    std::vector<Surface> surfaces_;
    std::vector<Vec2> headings_;  // kept while somebody stands
    std::array<Row, rows_per_insert> rows_{};
    std::size_t pending_ = 0;
    Vec2 origin_;
    double sample_s_ = 0.5;
    std::int64_t frame_ = -1, ground_ = 0;
    Bounds bounds_;
};

void TrajectoryWriter::Impl::start(const RunHeader& header) {
    const World& world = *header.world;
    origin_ = world.building.site_origin;
    sample_s_ = world.scenario.run.sample_s;
    headings_.assign(header.people.size(), Vec2{1.0, 0.0});
    for (const Space& space : world.building.spaces) surfaces_.push_back(surface_of(world.building, space));
    database_.execute("BEGIN");
    write_building(world.building);
    write_people(header);
    put_metadata(database_, "seed", std::to_string(header.seed));
    put_metadata(database_, "plan", world.building.key);
    put_metadata(database_, "scenario", world.scenario.key);
    recording_.start(header);
    insert_many_ = database_.prepare(insert_sql(rows_per_insert));
    insert_one_ = database_.prepare(insert_sql(1));
    insert_frame_ = database_.prepare("INSERT INTO frame_data VALUES(?,?)");
}

// Readers that know one plane get the ground storey as the background of every frame.
void TrajectoryWriter::Impl::write_building(const Building& building) {
    Statement level = database_.prepare("INSERT INTO levels VALUES(?,?,?,?,?)");
    Statement geometry = database_.prepare("INSERT OR IGNORE INTO geometry VALUES(?,?)");
    for (std::size_t i = 0; i < building.levels.size(); ++i) {
        const auto parts = walkable_area(building, LevelId{i});
        const std::string wkt = to_wkt(parts);
        const std::int64_t key = geometry_key(wkt);
        bounds_.add(parts);
        geometry.bind(1, key).bind(2, wkt).run();
        level.bind(1, static_cast<std::int64_t>(i)).bind(2, building.levels[i].key);
        level.bind(3, std::int64_t{building.levels[i].storey}).bind(4, building.levels[i].elevation_m).bind(5, key);
        level.run();
        if (i == 0 || building.levels[i].storey == 1) ground_ = key;
    }
}

void TrajectoryWriter::Impl::write_people(const RunHeader& header) {
    Statement state = database_.prepare("INSERT INTO states VALUES(?,?)");
    for (const Word<PersonState>& row : words_of<PersonState>)
        state.bind(1, static_cast<std::int64_t>(row.value)).bind(2, std::string_view(row.text)).run();
    Statement insert = database_.prepare("INSERT INTO people VALUES(?,?,?,?,?,?)");
    const Population& population = header.world->scenario.population;
    for (std::size_t i = 0; i < header.people.size(); ++i) {
        const PersonInfo& person = header.people[i];
        insert.bind(1, static_cast<std::int64_t>(i + 1));
        insert.bind(2, person.group.valid() ? population.groups[person.group.index()].key : std::string{});
        insert.bind(3, person.profile.valid() ? population.profiles[person.profile.index()].key : std::string{});
        insert.bind(4, std::int64_t{person.teacher})
            .bind(5, double{person.radius_m})
            .bind(6, double{person.free_speed});
        insert.run();
    }
}

void TrajectoryWriter::Impl::add(const Frame& frame) {
    recording_.sample(frame);
    const std::int64_t number = std::llround(frame.time.seconds() / sample_s_);
    if (number <= frame_) return;  // the last instant of a run between two samples
    insert_frame_.bind(1, frame_ = number).bind(2, ground_).run();
    for (std::size_t person = 0; person < frame.x.size(); ++person) add_person(frame, person);
}

void TrajectoryWriter::Impl::add_person(const Frame& frame, std::size_t person) {
    if (frame.state[person] == PersonState::gone || !frame.space[person].valid()) return;
    const Vec2 at{frame.x[person], frame.y[person]};
    const Vec2 velocity{frame.vx[person], frame.vy[person]};
    const double speed = length(velocity);
    if (speed > 0.05) headings_[person] = 1.0 / speed * velocity;
    const Surface& surface = surfaces_[frame.space[person].index()];
    const Vec2 heading = headings_[person];
    rows_[pending_++] = {frame_,
                         static_cast<std::int64_t>(person + 1),
                         origin_.x + at.x,
                         origin_.y + at.y,
                         heading.x,
                         heading.y,
                         surface.level,
                         surface.height_m(at),
                         static_cast<std::int64_t>(frame.state[person])};
    if (pending_ == rows_per_insert) flush();
}

void TrajectoryWriter::Impl::flush() {
    if (pending_ == rows_per_insert) {
        for (std::size_t i = 0; i < pending_; ++i) bind_row(insert_many_, static_cast<int>(i) * columns, rows_[i]);
        insert_many_.run();
    } else {
        for (std::size_t i = 0; i < pending_; ++i) {
            bind_row(insert_one_, 0, rows_[i]);
            insert_one_.run();
        }
    }
    pending_ = 0;
}

void TrajectoryWriter::Impl::finish(const Outcome& outcome) {
    flush();
    recording_.end(outcome);
    put_run_metadata(database_, 1.0 / sample_s_, bounds_);
    database_.execute("COMMIT");
    for (Statement* statement : {&insert_many_, &insert_one_, &insert_frame_}) statement->finalize();
    database_.close();
}

TrajectoryWriter::TrajectoryWriter(const std::string& path) : impl_(std::make_unique<Impl>(path)) {}
TrajectoryWriter::~TrajectoryWriter() = default;
void TrajectoryWriter::run_started(const RunHeader& header) { impl_->start(header); }
void TrajectoryWriter::event_happened(SimTime time, const Event& event) { impl_->recording().event(time, event); }
void TrajectoryWriter::frame(const Frame& frame) { impl_->add(frame); }
void TrajectoryWriter::air(const AirFrame& frame) { impl_->recording().air(frame); }
void TrajectoryWriter::quake(const QuakeRecord& record) { impl_->recording().quake(record); }
void TrajectoryWriter::run_ended(const Outcome& outcome) { impl_->finish(outcome); }

}  // namespace muster::store
