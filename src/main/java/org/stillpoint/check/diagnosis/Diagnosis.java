package org.stillpoint.check.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.Mistakes;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.rounding.Elementary;

/**
 * Which mistakes give the answers of a program: one mistake, in some layers, if any does; else two, and else three, of which the
 * first ones alone come nearer to the answers than a right program; else those, at most two, that explain most.
 */
final class Diagnosis {

    /** The hypotheses that are built upon, and the cases that they are chosen by. */
    private static final int BEST = 24;
    private static final int BEST_OF_PAIRS = 12;
    private static final int BEST_PAIRS = 8;
    private static final int SAMPLE = 36;
    private static final int FEW = 8;
    private static final int PROMISING = 50;

    /** Conventions that are tried: those that fit a right program best. */
    private static final int CONVENTIONS = 4;
    private static final int MOST_NAMED = 8;

    private static final List<Hypothesis> SINGLE = Stream.concat(Mistakes.all().stream(), Stream.of(Mistakes.singlePrecision()))
            .flatMap(mistake -> mistake.scopes().stream().map(scope -> Hypothesis.RIGHT.and(mistake, scope))).toList();

    private final Fit fit;
    private final List<Answered> wrong;
    private final List<Answered> wrongFirst;
    private final List<Answered> pinning;
    private final List<Answered> sample;
    private final List<Conventions> likely;

    /**
     * Hypotheses that give the same answers.
     *
     * @param conventions those of the first
     * @param explains how many of the wrong cases
     */
    record Found(List<Hypothesis> group, Conventions conventions, int explains) {
    }

    /**
     * @param answered small cases first
     * @param right by case, whether a right program gives the answer
     * @param likely conventions that fit a right program best
     */
    Diagnosis(Elementary elementary, List<Answered> answered, List<Boolean> right, List<Conventions> likely) {
        this.fit = new Fit(elementary);
        this.wrong = IntStream.range(0, answered.size()).filter(n -> !right.get(n)).mapToObj(answered::get).toList();
        List<Answered> others = IntStream.range(0, answered.size()).filter(right::get).mapToObj(answered::get).toList();
        this.wrongFirst = Stream.concat(wrong.stream(), others.stream()).toList();
        this.pinning = Stream.concat(wrongFirst.stream().filter(one -> one.question() instanceof GradientQuestion),
                wrongFirst.stream().filter(one -> !(one.question() instanceof GradientQuestion))).toList();
        this.sample = Stream.concat(spread(wrong, SAMPLE * 2 / 3), spread(others, SAMPLE / 3)).toList();
        this.likely = likely.stream().distinct().limit(CONVENTIONS).toList();
    }

    /** Preferably of those that are quick to calculate, as nothing is rounded there. */
    private static Stream<Answered> spread(List<Answered> all, int most) {
        List<Answered> quick = all.stream().filter(one -> one.question().network().isRational()
                && Integer.bitCount(one.question().data().size()) == 1).toList();
        List<Answered> cases = 2 * quick.size() < Math.min(most, all.size()) ? all : quick;
        int every = Math.max(1, cases.size() / most);
        return IntStream.range(0, cases.size()).filter(n -> n % every == 0).limit(most).mapToObj(cases::get);
    }

    /** Empty if nothing explains half of the wrong cases. */
    Optional<Found> find() {
        Optional<Found> one = more(List.of(new Ranked(Hypothesis.RIGHT, likely.get(0).orUsual(), 0)))
                .or(this::withOtherConventions);
        if (one.isPresent()) {
            return one;
        }
        List<Ranked> singles = ranked(SINGLE);
        Optional<Found> two = more(singles.stream().limit(BEST).toList());
        if (two.isPresent()) {
            return two;
        }
        List<Ranked> pairs = ranked(singles.stream().limit(BEST_OF_PAIRS).flatMap(first ->
                singles.stream().flatMap(second -> both(first.hypothesis, second.hypothesis).stream())).toList());
        return more(pairs.stream().limit(BEST_PAIRS).toList()).or(() -> most(singles, pairs));
    }

    private static Optional<Hypothesis> both(Hypothesis first, Hypothesis second) {
        Hypothesis.Made made = second.made().get(0);
        return first.made().stream().anyMatch(one -> one.mistake().equals(made.mistake())) ? Optional.empty()
                : Optional.of(first.and(made.mistake(), made.scope()));
    }

    /** A mistake may hide the conventions of the program; a training depends on so many that gradients come first. */
    private Optional<Found> withOtherConventions() {
        Group group = new Group();
        fitted(SINGLE, List.of(Conventions.NONE), pinning).forEachOrdered(group::add);
        return group.found(wrong.size());
    }

    /** One mistake more; begins with the cases that those before do not explain, as most others do not explain them either. */
    private Optional<Found> more(List<Ranked> before) {
        Group group = new Group();
        for (Ranked base : before) {
            List<Answered> unexplainedFirst = Stream.of(true, false).flatMap(unexplained -> wrongFirst.stream()
                    .filter(one -> unexplained != fit.admits(base.hypothesis, base.conventions, one))).toList();
            List<Hypothesis> both = SINGLE.stream().flatMap(single -> both(base.hypothesis, single).stream()).toList();
            fitted(both, likely, unexplainedFirst).forEachOrdered(group::add);
        }
        return group.found(wrong.size());
    }

    /**
     * A hypothesis.
     *
     * @param conventions those with which it gives every answer; none if there are none
     */
    private record Fitted(Hypothesis hypothesis, List<Conventions> conventions) {
    }

    /** On all cores, as none depends on another; in their order. */
    private Stream<Fitted> fitted(List<Hypothesis> hypotheses, List<Conventions> from, List<Answered> cases) {
        return hypotheses.parallelStream().map(hypothesis -> new Fitted(hypothesis, fit.all(hypothesis, from, cases)));
    }

    /** Hypotheses that give every answer, each set of mistakes once, in the order that was found first. */
    private static final class Group {

        private final List<Hypothesis> members = new ArrayList<>();
        private final Set<Set<Hypothesis.Made>> sets = new HashSet<>();
        private Conventions conventions = Conventions.NONE;

        void add(Fitted one) {
            if (!one.conventions.isEmpty() && members.size() < MOST_NAMED && sets.add(Set.copyOf(one.hypothesis.made()))) {
                conventions = members.isEmpty() ? one.conventions.get(0) : conventions;
                members.add(one.hypothesis);
            }
        }

        boolean isEmpty() {
            return members.isEmpty();
        }

        Optional<Found> found(int wrong) {
            return isEmpty() ? Optional.empty() : Optional.of(new Found(members, conventions, wrong));
        }
    }

    private record Ranked(Hypothesis hypothesis, Conventions conventions, int likeness) {

        static final Comparator<Ranked> BEST_FIRST = Comparator.comparingInt(ranked -> -ranked.likeness);
    }

    /** Those that come nearer to the answers than a right program, nearest first; few answers are looked at for all of them. */
    private List<Ranked> ranked(List<Hypothesis> hypotheses) {
        List<Answered> few = spread(wrong, FEW).toList();
        List<Conventions> likeliest = likely.subList(0, 1);
        List<Conventions> likelier = likely.subList(0, Math.min(2, likely.size()));
        int right = best(Hypothesis.RIGHT, likeliest, few).likeness;
        List<Ranked> promising = hypotheses.parallelStream().map(hypothesis -> best(hypothesis, likeliest, few))
                .filter(ranked -> ranked.likeness > right).sorted(Ranked.BEST_FIRST).limit(PROMISING).toList();
        return promising.parallelStream().map(ranked -> best(ranked.hypothesis, likelier, sample)).sorted(Ranked.BEST_FIRST)
                .toList();
    }

    private Ranked best(Hypothesis hypothesis, List<Conventions> from, List<Answered> cases) {
        return from.stream().map(Conventions::orUsual)
                .map(conventions -> new Ranked(hypothesis, conventions, fit.likeness(hypothesis, conventions, cases)))
                .max(Comparator.comparingInt(Ranked::likeness)).orElseThrow();
    }

    private int admitted(Hypothesis hypothesis, Conventions conventions, List<Answered> cases) {
        int admitted = 0;
        for (Answered one : cases) {
            admitted += fit.admits(hypothesis, conventions, one) ? 1 : 0;
        }
        return admitted;
    }

    /** The one that explains most, with fewer mistakes if that is as good. */
    private Optional<Found> most(List<Ranked> singles, List<Ranked> pairs) {
        return Stream.concat(singles.stream().limit(BEST_PAIRS), pairs.stream().limit(BEST_PAIRS))
                .map(ranked -> new Found(List.of(ranked.hypothesis), ranked.conventions,
                        admitted(ranked.hypothesis, ranked.conventions, wrong)))
                .max(Comparator.comparingInt(Found::explains).thenComparingInt(found -> -found.group.get(0).made().size()))
                .filter(found -> 2 * found.explains >= wrong.size());
    }
}
