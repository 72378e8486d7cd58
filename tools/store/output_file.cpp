// SPDX-License-Identifier: Apache-2.0
#include "tools/store/output_file.h"

#include <cerrno>
#include <cstring>

namespace muster {

OutputFile::OutputFile(const std::string& path) : path_(path), file_(std::fopen(path.c_str(), "wb")) {
    if (!file_) fail();
}

void OutputFile::fail() const { throw OutputError(path_, std::strerror(errno)); }

void OutputFile::write(std::string_view bytes) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail();
}

void OutputFile::close() {
    if (std::fclose(file_.release()) != 0) fail();
}

void write_file(const std::string& path, std::string_view bytes) {
    OutputFile file(path);
    file.write(bytes);
    file.close();
}

}  // namespace muster
