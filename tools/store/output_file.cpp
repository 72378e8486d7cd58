// SPDX-License-Identifier: Apache-2.0
#include "tools/store/output_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

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

void write_beside(const std::string& path, const std::function<void(const std::string& partial)>& write) {
    const std::string partial = path + ".partial-" + std::to_string(::getpid());
    std::error_code ignored;
    try {
        write(partial);
        std::filesystem::rename(partial, path);
    } catch (const OutputError& error) {
        std::filesystem::remove(partial, ignored);
        throw OutputError(error.path() == partial ? path : error.path(), error.reason());
    } catch (const std::filesystem::filesystem_error& error) {
        std::filesystem::remove(partial, ignored);
        throw OutputError(path, error.code().message());
    } catch (...) {
        std::filesystem::remove(partial, ignored);
        throw;
    }
}

void write_file(const std::string& path, std::string_view bytes) {
    OutputFile file(path);
    file.write(bytes);
    file.close();
}

}  // namespace muster
