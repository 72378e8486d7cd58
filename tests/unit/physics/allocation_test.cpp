// SPDX-License-Identifier: Apache-2.0
// Counts every operator new of this program.
#include <catch2/catch.hpp>

#include <atomic>
#include <cstdlib>
#include <new>

#include "tests/support/crowd_cases.h"

namespace {

std::atomic<std::size_t> allocations{0};

void* counted_or_null(std::size_t size) {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}

void* counted(std::size_t size) {
    if (void* memory = counted_or_null(size)) return memory;
    throw std::bad_alloc();
}

}  // namespace

void* operator new(std::size_t size) { return counted(size); }
void* operator new[](std::size_t size) { return counted(size); }
// Without these the sanitizers' own would be mixed with the operator delete below.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return counted_or_null(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return counted_or_null(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace muster;
using namespace muster::physics;
using namespace muster::testing;

TEST_CASE("a motion step allocates nothing", "[physics]") {
    for (const double flow_cap : {0.0, 1.33}) {
        const CrowdCase c = workload_2();
        PhysicsSettings settings;
        settings.flow_cap = flow_cap;
        const auto physics = make_crowd_physics(c.building, settings);
        CrowdDriver driver(c.building, *physics);
        c.fill(driver);
        for (int k = 0; k < 20; ++k) driver.step();
        const std::size_t before = allocations;
        for (int k = 0; k < 800; ++k) driver.step();
        CHECK(allocations == before);
    }
}

}  // namespace
