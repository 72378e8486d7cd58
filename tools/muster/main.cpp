// SPDX-License-Identifier: Apache-2.0
// The program: command line -> subcommand -> exit code, and the one place where a world gone wrong becomes a message.
#include <array>
#include <exception>
#include <iostream>
#include <regex>

#include "sim/base/overload.h"
#include "tools/muster/batch.h"
#include "tools/muster/command_line.h"
#include "tools/muster/interrupt.h"
#include "tools/muster/usage_words.h"
#include "tools/store/output_file.h"
#include "tools/store/results_folder.h"

namespace muster::commands {

namespace {

Exit carry_out(const Request& request, const Console& console) {
    return std::visit(
        Overload{[](Exit done) { return done; }, [&](const CheckOptions& options) { return check(options, console); },
                 [&](const RunOptions& options) { return run(options, console); },
                 [&](const ExportOptions& options) { return export_level(options, console); },
                 [&](const VerifyOptions& options) { return verify(options, console); },
                 [&](const PlanOptions& options) { return plan(options, console); },
                 [&](const ReportOptions& options) { return report(options, console); },
                 [&](const DocumentsOptions& options) { return documents(options, console); },
                 [&](const CompareOptions& options) { return compare(options, console); },
                 [&](const RectifyOptions& options) { return rectify(options, console); },
                 [&](const ViewOptions& options) { return view(options, console); },
                 [&](const ClassesOptions& options) { return import_class_list(options, console); },
                 [&](const DrillFormOptions& options) { return write_drill_form(options, console); },
                 [&](const DrillRecordOptions& options) { return record_drill(options, console); },
                 [&](const LedgerOptions& options) { return ledger(options, console); },
                 [&](const ImportOptions& options) { return import_aislab_plan(options, console); }},
        request);
}

// The place where it was to be, not the one beside it where it is made.
std::string without_partial(const std::string& path) {
    static const std::regex made_beside(R"(/?\.partial-[0-9]+)");
    return std::regex_replace(path, made_beside, "");
}

Exit guarded(const Request& request, const Console& console) {
    try {
        return carry_out(request, console);
    } catch (const store::FolderInTheWay& refusal) {
        constexpr std::array ids{"muster.folder_exists", "muster.folder_foreign", "muster.folder_is_source"};
        console.tell(ids.at(static_cast<std::size_t>(refusal.why())), {{"folder", refusal.path()}});
        return Exit::bad_input;
    } catch (const Interrupted&) { console.tell("muster.interrupted", {}); } catch (const store::OutputError& error) {
        console.tell("muster.cannot_write", {{"file", without_partial(error.path())},
                                             {"reason", system_reason(error.reason(), console.lang())}});
    } catch (const std::bad_alloc&) { console.tell("muster.out_of_memory", {}); } catch (const std::exception& error) {
        console.tell("muster.failed", {{"reason", error.what()}});
    }
    return Exit::could_not_run;
}

}  // namespace

}  // namespace muster::commands

int main(int argc, char** argv) {
    const muster::commands::Console console(muster::commands::language_of(argc, argv));
    muster::commands::watch_for_interrupts();
    const auto request = muster::commands::parse_command_line(argc, argv, console);
    muster::commands::Exit exit = muster::commands::guarded(request, console);
    // A result that could not be printed (a full disk behind a redirection) is not a good end.
    if (!std::cout.flush() && exit == muster::commands::Exit::good) exit = muster::commands::Exit::could_not_run;
    return static_cast<int>(exit);
}
