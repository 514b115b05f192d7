package org.stillpoint.check.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.Mistake;
import org.stillpoint.check.mistake.Mistakes;
import org.stillpoint.check.mistake.Scope;
import org.stillpoint.check.rounding.Elementary;

/**
 * Which mistakes give the answers of a program: one mistake, in some layers, if any does; else two of which the first explains
 * more cases than none, or what the last layer gets; else the one that explains most.
 */
final class Diagnosis {

    /** The hypotheses that are built upon, and the cases that they are chosen by. */
    private static final int BEST = 24;
    private static final int SAMPLE = 60;

    /** Conventions that are tried: those that fit a right program best. */
    private static final int CONVENTIONS = 4;
    private static final int MOST_NAMED = 8;

    private static final List<Hypothesis> SINGLE = Mistakes.all().stream()
            .flatMap(mistake -> mistake.scopes().stream().map(scope -> Hypothesis.RIGHT.and(mistake, scope))).toList();

    private final Fit fit;
    private final List<Answered> wrong;
    private final List<Answered> inOrder;
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
        this.inOrder = Stream.concat(wrong.stream(), others.stream()).toList();
        this.sample = Stream.concat(spread(wrong, SAMPLE * 2 / 3), spread(others, SAMPLE / 3)).toList();
        this.likely = likely.stream().limit(CONVENTIONS).toList();
    }

    private static Stream<Answered> spread(List<Answered> cases, int most) {
        int every = Math.max(1, cases.size() / most);
        return IntStream.range(0, cases.size()).filter(n -> n % every == 0).limit(most).mapToObj(cases::get);
    }

    /** Empty if nothing explains half of the wrong cases. */
    Optional<Found> find() {
        Optional<Found> one = among(SINGLE);
        if (one.isPresent()) {
            return one;
        }
        List<Ranked> ranked = ranked(SINGLE);
        Optional<Found> two = among(pairs(ranked.stream().limit(BEST).map(Ranked::hypothesis).toList()));
        return two.isPresent() ? two : most(ranked);
    }

    private static List<Hypothesis> pairs(List<Hypothesis> first) {
        Set<Hypothesis> pairs = new LinkedHashSet<>();
        for (Hypothesis base : first) {
            Mistake made = base.made().get(0).mistake();
            for (Mistake mistake : Mistakes.all()) {
                for (Scope scope : mistake.scopes()) {
                    if (!mistake.equals(made)) {
                        pairs.add(base.and(mistake, scope));
                    }
                }
            }
        }
        return List.copyOf(pairs);
    }

    /** Those of the hypotheses that give every answer. */
    private Optional<Found> among(List<Hypothesis> hypotheses) {
        List<Hypothesis> group = new ArrayList<>();
        Conventions conventions = Conventions.NONE;
        for (Hypothesis hypothesis : hypotheses) {
            List<Conventions> fitting = fitting(hypothesis);
            if (!fitting.isEmpty()) {
                conventions = group.isEmpty() ? fitting.get(0) : conventions;
                group.add(hypothesis);
            }
            if (group.size() == MOST_NAMED) {
                break;
            }
        }
        return group.isEmpty() ? Optional.empty() : Optional.of(new Found(group, conventions, wrong.size()));
    }

    /** First with likely conventions, then with any, as a mistake may hide those of the program. */
    private List<Conventions> fitting(Hypothesis hypothesis) {
        List<Conventions> fitting = fit.all(hypothesis, likely, inOrder);
        return fitting.isEmpty() && hypothesis.made().size() == 1 ? fit.all(hypothesis, List.of(Conventions.NONE), inOrder) : fitting;
    }

    private record Ranked(Hypothesis hypothesis, Conventions conventions, int admitted) {
    }

    private List<Ranked> ranked(List<Hypothesis> hypotheses) {
        return hypotheses.stream().map(hypothesis -> likely.stream().map(Conventions::orUsual)
                        .map(conventions -> new Ranked(hypothesis, conventions, admitted(hypothesis, conventions, sample)))
                        .max(Comparator.comparingInt(Ranked::admitted)).orElseThrow())
                .sorted(Comparator.comparingInt(ranked -> -ranked.admitted)).toList();
    }

    private int admitted(Hypothesis hypothesis, Conventions conventions, List<Answered> cases) {
        return (int) cases.stream().filter(one -> fit.admits(hypothesis, conventions, one)).count();
    }

    private Optional<Found> most(List<Ranked> ranked) {
        Ranked best = ranked.get(0);
        int explains = admitted(best.hypothesis, best.conventions, wrong);
        return 2 * explains < wrong.size() ? Optional.empty()
                : Optional.of(new Found(List.of(best.hypothesis), best.conventions, explains));
    }
}
