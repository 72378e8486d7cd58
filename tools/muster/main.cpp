// SPDX-License-Identifier: Apache-2.0
// The program: the one place where a world gone wrong becomes a message.
#include <array>
#include <exception>
#include <iostream>
#include <regex>

#include "tools/muster/batch.h"
#include "tools/muster/commands.h"
#include "tools/muster/interrupt.h"
#include "tools/muster/program.h"
#include "tools/muster/usage_words.h"
#include "tools/store/output_file.h"
#include "tools/store/results_folder.h"

namespace muster::commands {

namespace {

// The place where it was to be, not the one beside it where it is made.
std::string without_partial(const std::string& path) {
    static const std::regex made_beside(R"(/?\.partial-[0-9]+)");
    return std::regex_replace(path, made_beside, "");
}

Exit guarded(Program& program, const Console& console) {
    try {
        return program.run();
    } catch (const store::FolderInTheWay& refusal) {
        constexpr std::array ids{"muster.folder_exists", "muster.folder_foreign", "muster.folder_is_source"};
        console.tell(ids.at(static_cast<std::size_t>(refusal.why())), {{"folder", refusal.path()}});
        return Exit::bad_input;
    } catch (const Interrupted&) { console.tell("muster.interrupted"); } catch (const store::OutputError& error) {
        console.tell("muster.cannot_write", {{"file", without_partial(error.path())},
                                             {"reason", system_reason(error.reason(), console.lang())}});
    } catch (const std::bad_alloc&) { console.tell("muster.out_of_memory"); } catch (const std::exception& error) {
        console.tell("muster.failed", {{"reason", error.what()}});
    }
    return Exit::could_not_run;
}

}  // namespace

}  // namespace muster::commands

int main(int argc, char** argv) {
    using muster::commands::Exit;
    const muster::commands::Console console(muster::commands::language_of(argc, argv));
    muster::commands::watch_for_interrupts();
    muster::commands::Program program(muster::commands::all_commands(), console);
    Exit exit = Exit::good;
    if (const auto done = program.parse(argc, argv))
        exit = *done;
    else
        exit = muster::commands::guarded(program, console);
    // A result that could not be printed (a full disk behind a redirection) is not a good end.
    if (!std::cout.flush() && exit == Exit::good) exit = Exit::could_not_run;
    return static_cast<int>(exit);
}
