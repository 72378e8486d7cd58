// SPDX-License-Identifier: Apache-2.0
// A constant made when it is first asked for, once, whichever thread asks. Later reads cost one atomic load.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

namespace muster::routing {

template <class T>
class Lazy {
public:
    /// `make` must give the same value on every thread.
    template <class Make>
    const T& get(Make&& make) {
        if (const T* ready = ready_.load(std::memory_order_acquire)) return *ready;
        std::call_once(once_, [&] {
            made_ = std::make_unique<const T>(std::forward<Make>(make)());
            ready_.store(made_.get(), std::memory_order_release);
        });
        return *made_;
    }
    /// Null until made.
    [[nodiscard]] const T* peek() const { return ready_.load(std::memory_order_acquire); }

private:
    std::once_flag once_;
    std::unique_ptr<const T> made_;
    std::atomic<const T*> ready_{nullptr};
};

}  // namespace muster::routing
