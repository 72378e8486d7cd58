// SPDX-License-Identifier: Apache-2.0
#include "render/text/names.h"

#include <array>
#include <cassert>

namespace muster::text {

namespace {

struct Words {
    std::string_view zh, en;
};

// Tables follow the order of the enumerators; their length is checked against the last one.
template <class Enum, std::size_t size>
std::string_view look_up(const std::array<Words, size>& words, Enum value, Lang lang) {
    const auto index = static_cast<std::size_t>(value);
    assert(index < size && "the table has one row per enumerator");
    return lang == Lang::zh_cn ? words[index].zh : words[index].en;
}

template <std::size_t size, class Enum>
constexpr bool covers(const std::array<Words, size>&, Enum last) {
    return size == static_cast<std::size_t>(last) + 1;
}

constexpr auto severities = std::to_array<Words>({{"提示", "note"}, {"警告", "warning"}, {"错误", "error"}});
static_assert(covers(severities, Severity::error));

constexpr auto uses = std::to_array<Words>({
    {"教室", "classroom"},
    {"走廊", "corridor"},
    {"外廊", "open gallery"},
    {"门厅", "lobby"},
    {"楼梯段", "stair flight"},
    {"楼梯平台", "stair landing"},
    {"卫生间", "toilets"},
    {"办公室", "office"},
    {"实验室", "laboratory"},
    {"图书室", "library"},
    {"宿舍", "dormitory room"},
    {"幼儿活动室", "nursery room"},
    {"餐厅", "canteen"},
    {"厨房", "kitchen"},
    {"大厅", "hall"},
    {"储藏室", "storage"},
    {"配电间", "switch room"},
    {"燃气储存间", "gas store"},
    {"危化品库", "chemical store"},
    {"锅炉房", "boiler room"},
    {"室外场地", "grounds"},
    {"其他", "other"},
});
static_assert(covers(uses, SpaceUse::other));

constexpr auto obstacles = std::to_array<Words>({{"课桌", "desk"},
                                                 {"桌", "table"},
                                                 {"床", "bed"},
                                                 {"书架", "shelf"},
                                                 {"柜", "cabinet"},
                                                 {"柱", "column"},
                                                 {"设备", "equipment"},
                                                 {"停放车辆", "parked vehicle"},
                                                 {"其他", "other"}});
static_assert(covers(obstacles, ObstacleKind::other));

constexpr auto fixtures = std::to_array<Words>({{"感烟探测器", "smoke detector"},
                                                {"感温探测器", "heat detector"},
                                                {"手动报警按钮", "call point"},
                                                {"摄像头", "camera"},
                                                {"警报器", "alarm"},
                                                {"疏散标志", "exit sign"},
                                                {"应急照明", "emergency light"},
                                                {"消火栓", "hydrant"},
                                                {"灭火器", "extinguisher"},
                                                {"喷淋头", "sprinkler"}});
static_assert(covers(fixtures, FixtureKind::sprinkler));

constexpr auto openings =
    std::to_array<Words>({{"门", "door"}, {"门洞", "doorway"}, {"大门", "gate"}, {"楼梯段端口", "end of a flight"}});
static_assert(covers(openings, OpeningKind::flight_end));

constexpr auto door_states = std::to_array<Words>({{"开启", "open"}, {"关闭（未锁）", "closed"}, {"锁闭", "locked"}});
static_assert(covers(door_states, DoorState::locked));

constexpr auto risks = std::to_array<Words>({{"配电间", "switch room"},
                                             {"燃气储存间", "gas store"},
                                             {"危化品存放", "chemical store"},
                                             {"锅炉", "boiler"},
                                             {"厨房", "kitchen"},
                                             {"实验室", "laboratory"},
                                             {"电气线路", "electrical"},
                                             {"拥挤踩踏", "crowding"},
                                             {"高处坠物", "falling objects"},
                                             {"建筑结构", "structure"},
                                             {"室外管道", "outdoor pipe"},
                                             {"其他", "other"}});
static_assert(covers(risks, RiskKind::other));

constexpr auto person_states = std::to_array<Words>({{"等待", "waiting"},
                                                     {"避险", "sheltering"},
                                                     {"行走", "walking"},
                                                     {"跌倒", "fallen"},
                                                     {"已到集合点", "at the assembly spot"},
                                                     {"已到目的房间", "at the destination room"},
                                                     {"已离开校园", "off the site"},
                                                     {"无路可走", "no way out"},
                                                     {"失去行动能力", "incapacitated"}});
static_assert(covers(person_states, PersonState::incapacitated));

constexpr auto bottlenecks = std::to_array<Words>({{"房间门", "Room door"},
                                                   {"走廊门", "Corridor door"},
                                                   {"楼梯段", "Stair flight"},
                                                   {"楼梯口", "Stair mouth"},
                                                   {"平台", "Landing"},
                                                   {"出口", "Building exit"},
                                                   {"大门或场地口", "Gate"},
                                                   {"空间", "Space"}});
static_assert(covers(bottlenecks, analysis::BottleneckKind::space));

constexpr auto policies = std::to_array<Words>({{"同时放行", "all at once"},
                                                {"逐层放行", "storey by storey"},
                                                {"逐班下楼", "class by class"},
                                                {"定时错峰", "fixed stagger"}});
static_assert(covers(policies, ReleasePolicy::stagger));

constexpr auto run_modes = std::to_array<Words>({{"演练模式", "Drill mode"}, {"实战模式", "Real mode"}});
static_assert(covers(run_modes, RunMode::real));

constexpr auto door_modes =
    std::to_array<Words>({{"真实流量（由人群接触产生）", "realistic (flow emerges from contacts)"},
                          {"规范流量（按规范限流）", "regulation (flow held to the rule's figure)"}});
static_assert(covers(door_modes, DoorMode::regulation));

constexpr auto area_bases = std::to_array<Words>(
    {{"净面积（墙内侧）", "net (inner faces of walls)"}, {"轴线面积（墙中线）", "gross (centre lines of walls)"}});
static_assert(covers(area_bases, AreaBasis::gross));

constexpr auto distributions = std::to_array<Words>({{"定值", "constant"},
                                                     {"均匀分布", "uniform"},
                                                     {"正态分布", "normal"},
                                                     {"对数正态分布", "log-normal"},
                                                     {"伽马分布", "gamma"},
                                                     {"威布尔分布", "Weibull"}});
static_assert(covers(distributions, DistributionKind::weibull));

constexpr auto risk_levels = std::to_array<Words>({{"重大风险（红）", "Major (red)"},
                                                   {"较大风险（橙）", "High (orange)"},
                                                   {"一般风险（黄）", "Moderate (yellow)"},
                                                   {"低风险（蓝）", "Low (blue)"}});

constexpr auto leak_gases = std::to_array<Words>({{"天然气", "Natural gas"},
                                                  {"液化石油气", "Bottled gas (LPG)"},
                                                  {"氨", "Ammonia"},
                                                  {"氯气", "Chlorine"},
                                                  {"硫化氢", "Hydrogen sulphide"},
                                                  {"二氧化硫", "Sulphur dioxide"}});
static_assert(covers(leak_gases, LeakGas::sulphur_dioxide));

// In the order of the alternatives of Event.
constexpr auto events = std::to_array<Words>({{"警报响起", "Alarm sounds"},
                                              {"班组获准撤离", "Group told to go"},
                                              {"开始行动", "Person sets off"},
                                              {"情景事件", "Incident"},
                                              {"地震开始", "Shaking starts"},
                                              {"地震停止，下达撤离令", "Shaking ends, order to leave"},
                                              {"跌倒者起身", "Person gets up"},
                                              {"空间关闭", "Space closes"},
                                              {"班组清点完毕", "Group's roll call done"},
                                              {"运动步", "Motion step"},
                                              {"采样", "Sample"},
                                              {"门洞状态改变", "Opening changes"},
                                              {"门卡死", "Door jams"},
                                              {"有人跌倒", "Person falls"},
                                              {"通过门洞", "Person passes an opening"},
                                              {"离开起始房间", "Person leaves the room"},
                                              {"离开建筑", "Person leaves the building"},
                                              {"到达集合点", "Person reaches the assembly spot"},
                                              {"到达目的房间", "Person reaches the destination room"},
                                              {"位置被修正", "Person put back in place"},
                                              {"有人按下手动报警按钮", "Call point pressed"},
                                              {"空气步", "Air step"},
                                              {"探测器报警", "Detector trips"},
                                              {"因烟折返", "Person turns back from smoke"},
                                              {"失去行动能力", "Person incapacitated"},
                                              {"遇烟减速", "Person slowed by smoke"},
                                              {"燃气爆燃", "Gas ignites"},
                                              {"地震预警", "Early warning"},
                                              {"震动步", "Quake step"},
                                              {"余震", "Aftershock"},
                                              {"家具倾倒", "Furniture falls"},
                                              {"卡死的门被撬开", "Jammed door forced"},
                                              {"楼梯受损", "Stair damaged"},
                                              {"吊顶或隔墙坠落", "Debris falls"},
                                              {"外墙坠物", "Things fall from the facade"},
                                              {"停电", "Power lost"},
                                              {"有人被砸", "Person struck"},
                                              {"震动最强", "Strongest shaking"},
                                              {"震坏的燃气管漏气", "Gas pipe leaks"},
                                              {"警报停止", "Alarm silenced"},
                                              {"家具堵窄门洞", "Furniture narrows an opening"},
                                              {"家具滑移后的位置", "Furniture stands elsewhere"},
                                              {"疏导员查完一间", "Guide has searched a room"},
                                              {"疏导员找到人", "Guide finds a person"}});
static_assert(events.size() == std::variant_size_v<Event>);

}  // namespace

std::string_view name_of(Severity v, Lang lang) { return look_up(severities, v, lang); }
std::string_view name_of(LeakGas v, Lang lang) { return look_up(leak_gases, v, lang); }
std::string_view name_of(SpaceUse v, Lang lang) { return look_up(uses, v, lang); }
std::string_view name_of(ObstacleKind v, Lang lang) { return look_up(obstacles, v, lang); }
std::string_view name_of(FixtureKind v, Lang lang) { return look_up(fixtures, v, lang); }
std::string_view name_of(OpeningKind v, Lang lang) { return look_up(openings, v, lang); }
std::string_view name_of(DoorState v, Lang lang) { return look_up(door_states, v, lang); }
std::string_view name_of(RiskKind v, Lang lang) { return look_up(risks, v, lang); }
std::string_view name_of(PersonState v, Lang lang) { return look_up(person_states, v, lang); }
std::string_view name_of(analysis::BottleneckKind v, Lang lang) { return look_up(bottlenecks, v, lang); }
std::string_view name_of(ReleasePolicy v, Lang lang) { return look_up(policies, v, lang); }
std::string_view name_of(RunMode v, Lang lang) { return look_up(run_modes, v, lang); }
std::string_view name_of(DoorMode v, Lang lang) { return look_up(door_modes, v, lang); }
std::string_view name_of(AreaBasis v, Lang lang) { return look_up(area_bases, v, lang); }
std::string_view name_of(DistributionKind v, Lang lang) { return look_up(distributions, v, lang); }
std::string_view name_of(const Event& event, Lang lang) { return look_up(events, event.index(), lang); }

std::string_view risk_level_name(int level, Lang lang) {
    assert(level >= 1 && level <= 4 && "risk levels run from 1 to 4");
    return look_up(risk_levels, level - 1, lang);
}

}  // namespace muster::text
