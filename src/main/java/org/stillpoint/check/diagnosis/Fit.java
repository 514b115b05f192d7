package org.stillpoint.check.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.stillpoint.check.mistake.Convention;
import org.stillpoint.check.mistake.Conventions;
import org.stillpoint.check.mistake.Hypothesis;
import org.stillpoint.check.mistake.OpenConventionException;
import org.stillpoint.check.mistake.Prediction;
import org.stillpoint.check.rounding.Elementary;
import org.stillpoint.check.rounding.UndecidedSignException;

/** Conventions under which a hypothesis gives the answers of a program. Those that no case depends on stay open. */
final class Fit {

    /** Conventions that are kept while cases are gone through, where many fit as well as each other. */
    private static final int MOST_KEPT = 48;

    private static final int WHOLE = 1000;

    private final Elementary elementary;

    Fit(Elementary elementary) {
        this.elementary = elementary;
    }

    /** Conventions, and how many cases the hypothesis gives right with them. */
    record Counted(Conventions conventions, int admitted) {

        /** The most cases first, then the most usual conventions. */
        static final Comparator<Counted> BEST_FIRST = Comparator.comparingInt((Counted counted) -> -counted.admitted)
                .thenComparingInt(counted -> counted.conventions.unusual());
    }

    /** Those with which the hypothesis gives the most answers, best first. */
    List<Counted> best(Hypothesis hypothesis, List<Answered> cases) {
        List<Counted> kept = List.of(new Counted(Conventions.NONE, 0));
        for (Answered one : cases) {
            List<Counted> next = new ArrayList<>();
            OneCase tried = new OneCase(hypothesis, one);
            for (Counted counted : kept) {
                tried.expand(counted.conventions, conventions -> next.add(new Counted(conventions, counted.admitted + 1)),
                        conventions -> next.add(new Counted(conventions, counted.admitted)));
            }
            kept = next.stream().sorted(Counted.BEST_FIRST).limit(MOST_KEPT).toList();
        }
        return kept;
    }

    /** Those with which the hypothesis gives every answer, the most usual first; given up at the first case that none fits. */
    List<Conventions> all(Hypothesis hypothesis, List<Conventions> from, List<Answered> cases) {
        List<Conventions> kept = from;
        for (Answered one : cases) {
            List<Conventions> next = new ArrayList<>();
            OneCase tried = new OneCase(hypothesis, one);
            kept.forEach(conventions -> tried.expand(conventions, next::add, other -> { }));
            kept = next.stream().distinct().sorted(Comparator.comparingInt(Conventions::unusual)).limit(MOST_KEPT).toList();
            if (kept.isEmpty()) {
                return kept;
            }
        }
        return kept;
    }

    /**
     * Whether a program of this kind, under conventions of which none is open, may give an answer. What such programs answer to
     * may depend on how they round, as cases are chosen for the usual conventions, and for no mistake; that refutes nothing.
     */
    boolean admits(Hypothesis hypothesis, Conventions conventions, Answered one) {
        try {
            return Prediction.admits(hypothesis, conventions, elementary, one.prepared(), one.answer());
        } catch (UndecidedSignException e) {
            return true;
        }
    }

    /** How near a hypothesis comes to some answers: twice as much for all numbers as for all parameters without the outputs. */
    int likeness(Hypothesis hypothesis, Conventions conventions, List<Answered> cases) {
        int likeness = 0;
        for (Answered one : cases) {
            likeness += likeness(hypothesis, conventions, one);
        }
        return likeness;
    }

    private int likeness(Hypothesis hypothesis, Conventions conventions, Answered one) {
        try {
            Prediction predicted = Prediction.of(hypothesis, conventions, elementary, one.prepared());
            int parameters = one.answer().parameters().size();
            int wrong = predicted.wrongParameters(one.answer()).size();
            return wrong == 0 && predicted.admitsOutputs(one.answer()) ? 2 * WHOLE : WHOLE * (parameters - wrong) / parameters;
        } catch (UndecidedSignException e) {
            return 0;
        }
    }

    /** A hypothesis on one case, which is calculated once for all conventions that agree in what it depends on. */
    private final class OneCase {

        private final Hypothesis hypothesis;
        private final Answered one;
        private final List<Result> results = new ArrayList<>();

        private record Result(Conventions conventions, Set<Convention> asked, boolean admitted) {
        }

        OneCase(Hypothesis hypothesis, Answered one) {
            this.hypothesis = hypothesis;
            this.one = one;
        }

        void expand(Conventions conventions, Consumer<Conventions> admitted, Consumer<Conventions> refused) {
            try {
                (admits(conventions) ? admitted : refused).accept(conventions);
            } catch (OpenConventionException e) {
                for (int way = 0; way < e.convention().ways().size(); way++) {
                    expand(conventions.with(e.convention(), way), admitted, refused);
                }
            }
        }

        private boolean admits(Conventions conventions) {
            for (Result result : results) {
                if (result.conventions.agreesWith(conventions, result.asked)) {
                    return result.admitted;
                }
            }
            Set<Convention> asked = EnumSet.noneOf(Convention.class);
            boolean admitted = Fit.this.admits(hypothesis, conventions.telling(asked), one);
            results.add(new Result(conventions, asked, admitted));
            return admitted;
        }
    }
}
