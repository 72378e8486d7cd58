// SPDX-License-Identifier: Apache-2.0
// ffmpeg as a program: frames go in, a file comes out.
#pragma once

#include <span>
#include <string>
#include <vector>

namespace muster {

class FilmProcess {
public:
    /// `arguments` without the program's own name. It need not exist: see started().
    explicit FilmProcess(const std::vector<std::string>& arguments);
    FilmProcess(const FilmProcess&) = delete;
    FilmProcess& operator=(const FilmProcess&) = delete;
    ~FilmProcess();  // ends it, if it still runs

    [[nodiscard]] bool started() const { return process_ > 0; }
    /// False when it does not take any more.
    [[nodiscard]] bool write(std::span<const unsigned char> bytes);
    /// No more frames; waits for it. True when it ended well.
    [[nodiscard]] bool finish();

private:
    int process_ = -1, input_ = -1;
};

}  // namespace muster
