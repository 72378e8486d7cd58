// SPDX-License-Identifier: Apache-2.0
#include "tools/store/output_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace muster::store {

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

void check_place(const std::string& path) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    const auto there = fs::status(path, ignored);
    if (fs::exists(there) && !fs::is_regular_file(there))
        throw OutputError(path, std::strerror(fs::is_directory(there) ? EISDIR : EINVAL));
    fs::path above = fs::absolute(path).lexically_normal().parent_path();
    while (!fs::exists(above, ignored) && above.has_relative_path()) above = above.parent_path();
    if (!fs::is_directory(above, ignored)) throw OutputError(path, std::strerror(ENOTDIR));
    if (::access(above.c_str(), W_OK | X_OK) != 0) throw OutputError(path, std::strerror(errno));
}

void write_beside(const std::string& path, const std::function<void(const std::string& partial)>& write) {
    const std::string partial = path + ".partial-" + std::to_string(::getpid());
    std::error_code ignored;
    check_place(path);
    std::filesystem::create_directories(std::filesystem::absolute(path).lexically_normal().parent_path(), ignored);
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

}  // namespace muster::store
