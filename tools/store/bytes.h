// SPDX-License-Identifier: Apache-2.0
// Plain values to bytes and back, little-endian. One list of members (`pass`, recording_parts.h) serves both ways.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "sim/base/id.h"
#include "sim/base/time.h"
#include "sim/base/vec2.h"

namespace muster::store {

static_assert(std::endian::native == std::endian::little, "values are stored as they lie in memory");

template <class T>
concept Scalar = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Packer {
public:
    template <class... T>
    void operator()(const T&... values) {
        (put(values), ...);
    }
    template <Scalar T>
    void array(std::span<const T> values) {
        bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    void clear() { bytes_.clear(); }

private:
    template <Scalar T>
    void put(const T& value) {
        array(std::span<const T>(&value, 1));
    }
    template <class Tag>
    void put(Id<Tag> id) {
        put(id.value);
    }
    void put(SimTime time) { put(time.us); }
    void put(Vec2 v) { (*this)(v.x, v.y); }
    void put(const std::string& text) {
        put(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    template <class T>
    void put(const std::vector<T>& list) {
        put(static_cast<std::uint32_t>(list.size()));
        for (const T& element : list) put(element);
    }
    template <class T>
    requires std::is_class_v<T>
    void put(const T& value) { pass(*this, value); }

    std::string bytes_;
};

/// Never reads beyond its bytes: whatever is missing is zero, and good() false from then on.
class Unpacker {
public:
    explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
    [[nodiscard]] bool good() const { return good_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    template <class... T>
    void operator()(T&... values) {
        (get(values), ...);
    }
    template <Scalar T>
    void array(std::span<T> values) {
        good_ = good_ && values.size_bytes() <= rest_.size();
        if (!good_ || values.empty()) return;
        std::memcpy(values.data(), rest_.data(), values.size_bytes());
        rest_.remove_prefix(values.size_bytes());
    }

private:
    template <Scalar T>
    void get(T& value) {
        value = T{};
        if constexpr (std::is_same_v<T, bool>) {
            std::uint8_t byte = 0;
            get(byte);
            value = byte != 0;
        } else {
            array(std::span<T>(&value, 1));
        }
    }
    template <class Tag>
    void get(Id<Tag>& id) {
        get(id.value);
    }
    void get(SimTime& time) { get(time.us); }
    void get(Vec2& v) { (*this)(v.x, v.y); }
    void get(std::string& text) {
        text.resize(length());
        array(std::span(text));
    }
    template <class T>
    void get(std::vector<T>& list) {
        list.resize(length());
        for (T& element : list) get(element);
    }
    template <class T>
    requires std::is_class_v<T>
    void get(T& value) { pass(*this, value); }
    // Every element takes a byte at least, so that a broken length asks for no more memory than there are bytes.
    std::size_t length() {
        std::uint32_t size = 0;
        get(size);
        good_ = good_ && size <= rest_.size();
        return good_ ? size : 0;
    }

    std::string_view rest_;
    bool good_ = true;
};

}  // namespace muster::store
