// SPDX-License-Identifier: Apache-2.0
// Which members of which value are stored, in which order; for Packer and Unpacker alike. Inside tools/store only.
#pragma once

#include <array>
#include <concepts>
#include <type_traits>

#include "tools/store/bytes.h"
#include "tools/store/recording.h"

namespace muster::store {

/// T or const T.
template <class Given, class T>
concept A = std::same_as<std::remove_const_t<Given>, T>;

template <class Archive, A<PersonInfo> P>
void pass(Archive& archive, P& p) {
    archive(p.group, p.profile, p.teacher, p.start, p.radius_m, p.free_speed);
}

template <class Archive, A<SpaceAir> S>
void pass(Archive& archive, S& s) {
    archive(s.layer_m, s.upper_k, s.lower_k, s.extinction_head, s.co_ppm_head, s.dose_head, s.gas_ppm_head,
            s.gas_keeps_out, s.flashover);
}

template <class Archive, A<FloorShaking> F>
void pass(Archive& archive, F& f) {
    archive(f.peak_accel, f.peak_velocity, f.jma, f.china, f.running_jma, f.running_china);
}

template <class Archive, A<LyingItem> L>
void pass(Archive& archive, L& l) {
    archive(l.item, l.footprint, l.toppled);
}

template <class Archive, A<QuakeRecord> Q>
void pass(Archive& archive, Q& q) {
    archive(q.at_s, q.aftershock, q.period_s, q.every_s, q.floors, q.drift, q.fallen, q.slid, q.farthest_slid_m);
}

template <class Archive, A<Fingerprint> F>
void pass(Archive& archive, F& f) {
    std::array<std::uint64_t, Fingerprint::ingredient_count> hash{};
    for (std::size_t i = 0; i < hash.size(); ++i) hash[i] = f.of(static_cast<Fingerprint::Ingredient>(i));
    for (std::uint64_t& h : hash) archive(h);
    if constexpr (!std::is_const_v<F>) f = Fingerprint::restored(hash);
}

template <class Archive, A<Outcome> O>
void pass(Archive& archive, O& o) {
    archive(o.ended, o.everybody_accounted_for, o.ran_out_of_time, o.smoke_diverged_in, o.fingerprint);
}

template <class Archive, A<RecordedRun> R>
void pass(Archive& archive, R& r) {
    archive(r.seed, r.spaces, r.event_codes, r.people);
}

template <class Archive, A<RecordedEnd> R>
void pass(Archive& archive, R& r) {
    archive(r.samples, r.events, r.airs, r.quakes, r.outcome);
}

template <class Archive, class E>
void pass_event(Archive& archive, E& event) {
    for_each_member(event, [&archive](const EventMember&, auto& member) { archive(member); });
}

}  // namespace muster::store
