// SPDX-License-Identifier: Apache-2.0
// Another program that reads what we write: frames go in, a film comes out.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace muster::process {

class ChildProcess {
public:
    /// `program` is looked for on the PATH, `arguments` are without its name. It need not exist: see started().
    ChildProcess(const std::string& program, const std::vector<std::string>& arguments);
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;
    ~ChildProcess();  // ends it, if it still runs

    [[nodiscard]] bool started() const { return process_ > 0; }
    /// False when it does not take any more.
    [[nodiscard]] bool write(std::span<const unsigned char> bytes);
    /// Nothing more to read; waits for it. Its exit code, or -1 when it did not end by itself.
    [[nodiscard]] int finish();

private:
    int process_ = -1, input_ = -1;
};

}  // namespace muster::process
