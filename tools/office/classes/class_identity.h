// SPDX-License-Identifier: Apache-2.0
// "三年级2班", "三（2）班", "3.2", "初一(2)班", "Grade 3 Class 2": which class is meant, however it is written.
#pragma once

#include <string>
#include <string_view>

namespace muster::classes {

struct ClassIdentity {
    std::string key;  // equal for two spellings of one class: "3-2", "7-2" for 初一(2)班, else the folded words
    int grade = 0;    // 1 to 12, through primary and secondary school; 0 = not told
    int number = 0;   // of the class in its grade; 0 = not told
    bool nursery = false;
    bool operator==(const ClassIdentity& other) const { return key == other.key; }
};

/// `grade` is the text of a column of its own; "" = there is none.
[[nodiscard]] ClassIdentity class_identity(std::string_view name, std::string_view grade = {});

}  // namespace muster::classes
