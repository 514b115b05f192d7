package org.stillpoint.graph.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.graph.certificate.Explanation.Step;
import org.stillpoint.graph.certificate.Fact.Same;
import org.stillpoint.graph.certificate.Fact.Unchanged;
import org.stillpoint.graph.certificate.Fact.Zero;

/** Each step of an explanation is true by itself, none is missing, and none is longer than it has to be. */
@StatisticsReport(onFailureOnly = true)
class ExplanationProperties {

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void eachStepOfAnExplanationFollowsFromTheProgramAlone(@ForAll long seed) {
        Horizon horizon = new Random(~seed).nextInt(4) == 0 ? Horizon.FIRST_STEP : Horizon.FOR_EVER;
        Question question = RandomTraining.of(seed).onData();
        Findings findings = Findings.of(question, horizon);
        StepCheck check = new StepCheck(question, horizon);
        Set<Reason> reasons = new HashSet<>();
        for (Explanation explanation : explanations(question, findings)) {
            List<Fact> facts = explanation.steps().stream().map(Step::fact).toList();
            assertThat(facts).doesNotHaveDuplicates();
            for (Step step : explanation.steps()) {
                assertThat(step).matches(check::follows, "follows");
                assertThat(facts).containsAll(step.because());
                assertThat(step.because()).doesNotHaveDuplicates().allMatch(because -> check.isBefore(because, step.fact()));
                reasons.add(step.reason());
            }
            assertThat(explanation.steps().subList(1, facts.size())).allMatch(step -> explanation.steps().stream()
                    .anyMatch(user -> user.because().contains(step.fact())));
        }
        Stream.of(Reason.values()).filter(reason -> reason != Reason.EARLIER_KEEPS && reason != Reason.FED_EQUAL)
                .forEach(reason -> Coverage.require(reason.name(), reasons.contains(reason)));
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void eachFactOfAnExplanationHoldsInRuns(@ForAll long seed) {
        RandomTraining training = RandomTraining.of(seed);
        Findings findings = Findings.of(training.onData(), Horizon.FOR_EVER);
        List<Fact> facts = explanations(training.onData(), findings).stream().flatMap(each -> each.steps().stream())
                .map(Step::fact).distinct().toList();
        Coverage.require("facts", facts.size() > 3);
        for (Object[] values : training.values(training.feed(seed), 6)) {
            assertThat(facts).allMatch(fact -> holds(fact, values, training));
        }
    }

    private static boolean holds(Fact fact, Object[] values, RandomTraining training) {
        if (fact instanceof Zero zero) {
            return values[zero.slot()].equals(0);
        }
        if (fact instanceof Same same) {
            return values[same.slot()].equals(values[same.other()]);
        }
        int slot = ((Unchanged) fact).slot();
        return values[slot].equals(training.start()[slot]) && values[training.next()[slot]].equals(values[slot]);
    }

    /** Every finding on state, and every slot that is zero. */
    private static List<Explanation> explanations(Question question, Findings findings) {
        List<Optional<Explanation>> found = new ArrayList<>();
        IntStream.range(0, question.slots()).forEach(s -> found.add(findings.whyZero(s)));
        findings.unchangedState().forEach(i -> found.add(findings.whyUnchanged(i)));
        findings.equalState().forEach(members -> found.add(findings.whyEqual(members.get(0), members.get(members.size() - 1))));
        return found.stream().flatMap(Optional::stream).toList();
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void noDerivationWithinATrainingStepIsShorter(@ForAll long seed) {
        Question question = RandomTraining.of(seed).onData();
        Certificate certificate = Findings.of(question, Horizon.FOR_EVER).certificate();
        Derivations derivations = new Derivations(question, certificate, Horizon.FOR_EVER);
        Explainer explainer = new Explainer(derivations);
        AllDerivations all = new AllDerivations(question, certificate, new HashMap<>(), new HashMap<>());
        List<Integer> lengths = new ArrayList<>();
        for (int s = 0; s < question.slots(); s++) {
            if (certificate.isZero(s)) {
                lengths.add(all.shortestZero(s));
                assertThat(explainer.length(new Zero(s))).isEqualTo(all.shortestZero(s));
            }
            for (int t = 0; t < s; t++) {
                if (certificate.of(s) == certificate.of(t)) {
                    lengths.add(all.shortestSame(s, t));
                    assertThat(explainer.length(new Same(s, t))).isEqualTo(all.shortestSame(s, t));
                }
            }
        }
        Coverage.require("long ones", lengths.stream().anyMatch(length -> length > 4));
        Coverage.require("several ways to one fact", all.choices.values().stream().anyMatch(several -> several));
    }

    /**
     * The shortest derivations by trying every set of operands that may be said to be zero, with no thought of which sets are
     * small.
     *
     * @param choices for each fact, whether two ways to it differ in length
     * @param found the shortest lengths so far
     */
    private record AllDerivations(Question question, Certificate certificate, Map<Fact, Boolean> choices,
            Map<Fact, Integer> found) {

        private static final int NEVER = 1 << 20;

        int shortestZero(int s) {
            if (s < question.program().given || certificate.isKnown(s)) {
                return 1;
            }
            return shortest(new Zero(s), () -> zeroLengths(s));
        }

        private List<Integer> zeroLengths(int s) {
            int[] operands = operands(s);
            List<Integer> lengths = new ArrayList<>();
            for (int marks = 0; marks < 8; marks++) {
                int chosen = marks;
                boolean[] x = marked(operands, chosen);
                if (question.program().operations[s].vanishes(x[0], x[1], x[2]) && isZero(operands, chosen)) {
                    lengths.add(1 + zeros(operands, chosen));
                }
            }
            return lengths;
        }

        int shortestSame(int s, int t) {
            if (s == t) {
                return 0;
            }
            if (certificate.of(s) != certificate.of(t)) {
                return NEVER;
            }
            if (s < question.program().given && t < question.program().given) {
                return 1;
            }
            return shortest(new Same(Math.max(s, t), Math.min(s, t)), () -> sameLengths(s, t));
        }

        private List<Integer> sameLengths(int s, int t) {
            List<Integer> lengths = new ArrayList<>();
            keeping(s, t, lengths);
            keeping(t, s, lengths);
            if (s >= question.program().given && t >= question.program().given
                    && question.program().operations[s] == question.program().operations[t]) {
                Set<Set<Integer>> pairs = new HashSet<>();
                int length = 1;
                for (int k = 0; k < 3; k++) {
                    int x = operands(s)[k];
                    int y = operands(t)[k];
                    length += x != y && pairs.add(Set.of(x, y)) ? shortestSame(x, y) : 0;
                }
                lengths.add(Math.min(NEVER, length));
            }
            return lengths;
        }

        private void keeping(int s, int t, List<Integer> lengths) {
            if (s < question.program().given) {
                return;
            }
            int[] operands = operands(s);
            for (int marks = 0; marks < 8; marks += 2) {
                boolean[] x = marked(operands, marks);
                if (isZero(operands, marks) && question.program().operations[s].keeps(x[1], x[2])) {
                    lengths.add(Math.min(NEVER, 1 + shortestSame(operands[0], t) + zeros(operands, marks)));
                }
            }
        }

        /** Found once for each fact: on the way to others it is asked for many times. */
        private int shortest(Fact fact, Supplier<List<Integer>> ways) {
            if (!found.containsKey(fact)) {
                List<Integer> possible = ways.get().stream().filter(length -> length < NEVER).toList();
                choices.put(fact, possible.stream().distinct().count() > 1);
                found.put(fact, possible.stream().mapToInt(length -> length).min().orElse(NEVER));
            }
            return found.get(fact);
        }

        /** What is marked at one place is at all places where the same slot stands. */
        private static boolean[] marked(int[] operands, int marks) {
            boolean[] marked = new boolean[3];
            for (int k = 0; k < 3; k++) {
                int slot = operands[k];
                marked[k] = IntStream.range(0, 3).anyMatch(other -> operands[other] == slot && (marks >> other & 1) == 1);
            }
            return marked;
        }

        private boolean isZero(int[] operands, int marks) {
            return IntStream.range(0, 3).allMatch(k -> (marks >> k & 1) == 0 || certificate.isZero(operands[k]));
        }

        private int zeros(int[] operands, int marks) {
            return IntStream.range(0, 3).filter(k -> (marks >> k & 1) == 1).map(k -> operands[k]).distinct()
                    .map(this::shortestZero).sum();
        }

        private int[] operands(int s) {
            return new int[]{question.program().a[s], question.program().b[s], question.program().c[s]};
        }
    }
}
