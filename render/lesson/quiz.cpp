// SPDX-License-Identifier: Apache-2.0
#include "render/lesson/quiz.h"

#include <algorithm>

#include "render/lesson/quiz_questions.h"

namespace muster::lesson {

namespace {

constexpr std::size_t questions = 5;
constexpr std::size_t most_about_what_happened = 2;

template <class T>
void shuffle(std::vector<T>& all, RandomStream& random) {
    for (std::size_t i = all.size(); i > 1; --i) std::swap(all[i - 1], all[random.below(i)]);
}

std::vector<QuizQuestion> ask_figures(const QuizRun& q) {
    std::vector<QuizQuestion> asked;
    for (const auto ask : {ask_last_out, ask_half_out, ask_longest_wait, ask_longest_queue, ask_door_flow,
                           ask_exit_count, ask_last_class})
        if (Question question = ask(q)) asked.push_back(std::move(*question));
    return asked;
}

}  // namespace

QuizQuestion assembled(std::string_view kind, std::string text, std::string right,
                       const std::array<std::string, 3>& wrong, std::string explanation, RandomStream& random) {
    QuizQuestion question{std::string(kind), std::move(text), {}, random.below(4), std::move(explanation)};
    std::vector<std::string> others(wrong.begin(), wrong.end());
    shuffle(others, random);
    for (std::size_t i = 0, next = 0; i < question.options.size(); ++i)
        question.options[i] = i == question.right ? right : others[next++];
    return question;
}

std::vector<QuizQuestion> make_quiz(const Trace& trace, const analysis::RunAnalysis& run, text::Lang lang,
                                    std::uint64_t seed) {
    const text::Catalogue words(lang);
    RandomStream random(seed, Purpose::shuffle, trace.seed);
    const QuizRun q{trace, run, words, random};
    std::vector<QuizQuestion> quiz = ask_what_happened(q);
    shuffle(quiz, random);
    if (quiz.size() > most_about_what_happened) quiz.resize(most_about_what_happened);
    for (auto more : {ask_figures(q), ask_always(q)}) {
        shuffle(more, random);
        for (QuizQuestion& question : more)
            if (quiz.size() < questions) quiz.push_back(std::move(question));
    }
    shuffle(quiz, random);
    return quiz;
}

}  // namespace muster::lesson
