package org.stillpoint.check.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.Mistake;
import org.stillpoint.check.mistake.Mistakes;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.rounding.Elementary;

/**
 * Which mistakes give the answers of a program: one mistake, in some layers, if any does; else two of which the first explains
 * more cases than none, or what the last layer gets; else the one that explains most.
 */
final class Diagnosis {

    /** The hypotheses that are built upon, and the cases that they are chosen by. */
    private static final int BEST = 24;
    private static final int SAMPLE = 60;
    private static final int FEW = 10;
    private static final int PROMISING = 80;

    /** Conventions that are tried: those that fit a right program best. */
    private static final int CONVENTIONS = 4;
    private static final int MOST_NAMED = 8;

    private static final List<Hypothesis> SINGLE = Mistakes.all().stream()
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
        Optional<Found> one = one();
        if (one.isPresent()) {
            return one;
        }
        List<Ranked> ranked = ranked();
        Optional<Found> two = two(ranked.subList(0, Math.min(BEST, ranked.size())));
        return two.isPresent() ? two : most(ranked);
    }

    /**
     * First with likely conventions, then with any, as a mistake may hide those of the program; a training depends on so many that
     * gradients come first.
     */
    private Optional<Found> one() {
        Group group = new Group();
        for (Hypothesis hypothesis : SINGLE) {
            group.add(hypothesis, fit.all(hypothesis, likely, wrongFirst));
        }
        if (group.isEmpty()) {
            SINGLE.forEach(hypothesis -> group.add(hypothesis, fit.all(hypothesis, List.of(Conventions.NONE), pinning)));
        }
        return group.found(wrong.size());
    }

    /** Begins with the cases that the first mistake does not explain, as most pairs do not explain them either. */
    private Optional<Found> two(List<Ranked> first) {
        Group group = new Group();
        for (Ranked base : first) {
            Mistake made = base.hypothesis.made().get(0).mistake();
            List<Answered> unexplainedFirst = Stream.of(true, false).flatMap(unexplained -> wrongFirst.stream()
                    .filter(one -> unexplained != fit.admits(base.hypothesis, base.conventions, one))).toList();
            for (Hypothesis second : SINGLE) {
                Hypothesis.Made other = second.made().get(0);
                if (!other.mistake().equals(made)) {
                    Hypothesis both = base.hypothesis.and(other.mistake(), other.scope());
                    group.add(both, fit.all(both, likely, unexplainedFirst));
                }
            }
        }
        return group.found(wrong.size());
    }

    /** Hypotheses that give every answer. */
    private static final class Group {

        private final List<Hypothesis> members = new ArrayList<>();
        private Conventions conventions = Conventions.NONE;

        /** @param fitting the conventions with which the hypothesis gives every answer; none if there are none */
        void add(Hypothesis hypothesis, List<Conventions> fitting) {
            if (!fitting.isEmpty() && members.size() < MOST_NAMED) {
                conventions = members.isEmpty() ? fitting.get(0) : conventions;
                members.add(hypothesis);
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

    /** Those first that come nearest to some of the answers; few are looked at for all hypotheses. */
    private List<Ranked> ranked() {
        List<Answered> few = spread(wrong, FEW).toList();
        List<Conventions> likeliest = likely.subList(0, 1);
        List<Hypothesis> promising = SINGLE.stream().map(hypothesis -> best(hypothesis, likeliest, few))
                .filter(ranked -> ranked.likeness > 0).sorted(Ranked.BEST_FIRST).limit(PROMISING).map(Ranked::hypothesis).toList();
        return promising.stream().map(hypothesis -> best(hypothesis, likely, sample)).sorted(Ranked.BEST_FIRST).toList();
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

    private Optional<Found> most(List<Ranked> ranked) {
        return ranked.stream().limit(1).map(best -> new Found(List.of(best.hypothesis), best.conventions,
                admitted(best.hypothesis, best.conventions, wrong))).filter(found -> 2 * found.explains >= wrong.size()).findFirst();
    }
}
