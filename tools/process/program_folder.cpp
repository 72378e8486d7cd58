// SPDX-License-Identifier: Apache-2.0
#include "tools/process/program_folder.h"

#include <unistd.h>

namespace muster::process {

std::filesystem::path program_folder() {
    std::error_code failed;
    const std::filesystem::path self = std::filesystem::read_symlink("/proc/self/exe", failed);
    return failed ? std::filesystem::path{} : self.parent_path();
}

void become(const std::filesystem::path& program, const std::vector<std::string>& arguments) {
    std::vector<std::string> words{program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    ::execv(words.front().c_str(), pointers.data());
}

}  // namespace muster::process
