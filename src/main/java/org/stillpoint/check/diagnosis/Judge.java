package org.stillpoint.check.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.Prediction;
import org.stillpoint.check.mistake.Worked;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Respondent;
import org.stillpoint.check.question.Respondents;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.suite.Case;
import org.stillpoint.check.suite.Decided;
import org.stillpoint.check.suite.SuiteName;
import org.stillpoint.check.suite.Suites;
import org.stillpoint.check.verdict.Explanation;
import org.stillpoint.check.verdict.LawCount;
import org.stillpoint.check.verdict.Memory;
import org.stillpoint.check.verdict.Smallest;
import org.stillpoint.check.verdict.Verdict;

/** Asks a program and says whether it is right, and if not, which mistake it makes and where that shows first. */
public final class Judge {

    /** Cases that a program with a memory is asked each in a fresh process. */
    private static final int FRESH = 30;

    /** Times as many cases are looked through for some that a program does. */
    private static final int OTHERS = 4;

    private final Respondents respondents;
    private final Respondent respondent;
    private final Ability ability;
    private final Elementary elementary;
    private final Fit fit;
    private final List<Case> cases;
    private final long seed;

    private Judge(Respondents respondents, Respondent respondent, List<Case> cases, long seed) {
        this.respondents = respondents;
        this.respondent = respondent;
        this.ability = respondent.ability();
        this.elementary = new Elementary(ability.arithmetic(), ability.ulps());
        this.fit = new Fit(elementary);
        this.cases = cases;
        this.seed = seed;
    }

    /**
     * The verdict on a program.
     *
     * @param cases as many as are asked, from 1
     * @param seed of the cases that are drawn
     * @throws NoVerdictException if it takes, or answers, too few cases
     * @throws org.stillpoint.check.question.NoAnswerException if it does not keep to the protocol
     */
    public static Verdict judge(Respondents respondents, SuiteName suite, int cases, long seed) {
        try (Respondent respondent = respondents.start()) {
            List<Case> asked = Suites.cases(suite, respondent.ability(), cases, seed);
            if (asked.isEmpty()) {
                throw new NoVerdictException("no case of the suite " + suite.id() + " is one that the program says it can do, "
                        + "expected another suite, or more in its answer to hello");
            }
            return new Judge(respondents, respondent, asked, seed)
                    .verdict(() -> Suites.cases(suite, respondent.ability(), OTHERS * cases, seed));
        }
    }

    private Verdict verdict(Supplier<List<Case>> others) {
        Interview interview = Interview.of(respondent, cases, others);
        Optional<Memories.Found> memory = memory(interview);
        Interview fresh = memory.isEmpty() ? interview : fresh(interview);
        List<Fit.Counted> best = fit.best(Hypothesis.RIGHT, fresh.answered());
        Conventions conventions = best.get(0).conventions();
        List<Boolean> right = rightOnes(fresh.answered(), conventions);
        boolean anyWrong = right.contains(false);
        Optional<Diagnosis.Found> found = !anyWrong || memory.filter(one -> one.memory() == Memory.RANDOM).isPresent()
                ? Optional.empty()
                : new Diagnosis(elementary, fresh.answered(), right, best.stream().map(Fit.Counted::conventions).toList()).find();
        return written(new Findings(interview, fresh, conventions, right, memory, found));
    }

    private Optional<Memories.Found> memory(Interview interview) {
        List<Case> answered = interview.answered().stream().map(Answered::asked).toList();
        Optional<Memories.Found> probed = new Memories(respondents, ability).find(answered);
        if (probed.isPresent()) {
            return probed;
        }
        Conventions conventions = fit.best(Hypothesis.RIGHT, interview.answered()).get(0).conventions();
        return new Reproduction(respondents, interview.answered()).memory(rightOnes(interview.answered(), conventions));
    }

    /** All that was found, before it is made smaller and put into words. */
    private record Findings(Interview interview, Interview fresh, Conventions conventions, List<Boolean> right,
                            Optional<Memories.Found> memory, Optional<Diagnosis.Found> found) {

        List<Answered> those(boolean whichAreRight) {
            return IntStream.range(0, right.size()).filter(n -> right.get(n) == whichAreRight).mapToObj(fresh.answered()::get)
                    .toList();
        }

        boolean explainsAll() {
            return found.isPresent() && found.get().explains() == those(false).size();
        }

        /** Those of the diagnosis, if there is one, as a mistake may look like a convention. */
        Conventions ofProgram() {
            return found.map(Diagnosis.Found::conventions).orElse(conventions);
        }
    }

    private Verdict written(Findings all) {
        List<Answered> wrong = all.those(false);
        Optional<Explanation> diagnosis =
                all.found.map(found -> new Explanation(found.group(), found.explains(), wrong.size()));
        Hypothesis hypothesis = all.found.filter(found -> all.explainsAll()).map(found -> found.group().get(0))
                .orElse(Hypothesis.RIGHT);
        Conventions conventions = hypothesis == Hypothesis.RIGHT ? all.conventions : all.found.orElseThrow().conventions();
        List<Answered> explained = hypothesis == Hypothesis.RIGHT ? all.those(true) : all.fresh.answered();
        List<Boolean> inOneProcess = rightOnes(all.interview.answered(), all.conventions);
        Optional<Smallest> smallest = all.memory.map(memory -> smallest(memory.requests(), memory.answer(), all.ofProgram()))
                .or(() -> wrong.isEmpty() ? Optional.empty() : Optional.of(smallest(all, wrong)));
        return new Verdict(ability, seed, inOneProcess.size(), (int) inOneProcess.stream().filter(right -> !right).count(),
                all.interview.unsupported(), new ConventionsShown(fit, hypothesis, conventions, explained).of(ability),
                laws(all.interview.answered(), inOneProcess), all.memory.map(Memories.Found::memory), diagnosis,
                wrong.isEmpty() || all.explainsAll() ? List.of()
                        : DifferenceShape.of(wrong, all.conventions, elementary), smallest,
                List.of());
    }

    private List<Boolean> rightOnes(List<Answered> answered, Conventions conventions) {
        return answered.stream().map(one -> fit.admits(Hypothesis.RIGHT, conventions.orUsual(), one)).toList();
    }

    /** Some of the cases, each in a process that was asked nothing else. */
    private Interview fresh(Interview interview) {
        int every = Math.max(1, interview.answered().size() / FRESH);
        List<Answered> answered = new ArrayList<>();
        for (int n = 0; n < interview.answered().size(); n += every) {
            try (Respondent one = respondents.start()) {
                Case asked = interview.answered().get(n).asked();
                if (one.ask(asked.question()) instanceof Answer.Numbers numbers) {
                    answered.add(new Answered(asked, numbers));
                }
            }
        }
        return new Interview(answered, 0);
    }

    private static List<LawCount> laws(List<Answered> answered, List<Boolean> right) {
        Map<String, int[]> counts = new TreeMap<>();
        for (int n = 0; n < answered.size(); n++) {
            int isWrong = right.get(n) ? 0 : 1;
            answered.get(n).asked().claim().ifPresent(claim -> {
                int[] count = counts.computeIfAbsent(claim, id -> new int[2]);
                count[0]++;
                count[1] += isWrong;
            });
        }
        return counts.entrySet().stream().map(law -> new LawCount(law.getKey(), law.getValue()[0], law.getValue()[1])).toList();
    }

    private Smallest smallest(Findings all, List<Answered> wrong) {
        Conventions conventions = all.ofProgram();
        Answered first = wrong.stream().filter(one -> Decided.is(one.question(), conventions, elementary))
                .filter(one -> isWrong(conventions, one)).findFirst().orElse(wrong.get(0));
        Predicate<Answered> stillWrong =
                one -> isWrong(conventions, one) && (!all.explainsAll() || isExplained(all.found.orElseThrow(), one));
        Answered smallest = new Shrinking(respondent, conventions, elementary, stillWrong).smallest(first);
        return smallest(List.of(smallest.question()), smallest.answer(), conventions);
    }

    /** Whether no right program with these conventions gives the answer, whichever ways it has where one is open. */
    private boolean isWrong(Conventions conventions, Answered one) {
        return fit.all(Hypothesis.RIGHT, List.of(conventions), List.of(one)).isEmpty();
    }

    private boolean isExplained(Diagnosis.Found found, Answered one) {
        return !fit.all(found.group().get(0), List.of(found.conventions()), List.of(one)).isEmpty();
    }

    /** With the usual conventions where rounding decides under others: cases are chosen so that it does not under these. */
    private Smallest smallest(List<Question> requests, Answer.Numbers answer, Conventions conventions) {
        Question last = requests.get(requests.size() - 1);
        Conventions decided = Decided.is(last, conventions, elementary) ? conventions.orUsual() : Conventions.usual();
        Prediction expected = Prediction.of(Hypothesis.RIGHT, decided, elementary, last);
        return new Smallest(requests, answer, expected, Worked.right(decided, elementary, last),
                Compared.wrong(last, answer, expected));
    }
}
