package org.stillpoint.engine.enclosure;

import java.util.Optional;
import java.util.function.IntConsumer;
import org.stillpoint.domain.DomainException;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.engine.Certainty;

/**
 * Trains until every number of the result is as certain as asked for: exactly at first, then in balls of a precision that a pilot
 * run predicts, and once more with more precision where that was too little.
 */
public final class CertifiedTraining {

    /** Bits besides those that are predicted to be lost, and those of the digits. */
    private static final int MARGIN = 16;

    private static final int MOST_DETOURS = 3;

    /** A side that narrow balls do not tell at this precision is not told at any. */
    private static final int ENOUGH_FOR_SIDES = 1024;

    private final Problem problem;
    private final Certainty certainty;
    private final IntConsumer progress;
    private final Detour detour;
    private final ExactStates exactStates;
    private final State<Mixed> beginning;
    private final int longest;
    private int target;
    private int precision;
    private Optional<Halt> halt = Optional.empty();

    /**
     * @param progress told the steps that are done, in each run anew
     * @param detour tried before plain balls
     */
    public CertifiedTraining(Problem problem, Certainty certainty, IntConsumer progress, Detour detour) {
        this.problem = problem;
        this.certainty = certainty;
        this.progress = progress;
        this.detour = detour;
        this.longest = certainty.maxPrecision();
        this.exactStates = new ExactStates(problem);
        this.beginning = Beginning.of(problem);
        this.target = problem.settings().steps();
    }

    /**
     * Trains, to the last step that can be certified.
     *
     * @throws DomainException if not even the start can be evaluated so certainly
     */
    public Outcome train() {
        int wanted = certainty.bits() + MARGIN;
        if (beginning.steps() < target) {
            Pilot pilot = Pilot.of(problem, beginning);
            Optional<Outcome> outcome = around(pilot.lost());
            if (outcome.isPresent()) {
                return outcome.get();
            }
            wanted = pilot.precision(wanted);
        }
        precision = Math.min(longest, Math.max(Certainty.MIN_PRECISION, wanted));
        return plain();
    }

    /** Small numbers have fewer digits than large ones of the same bits, so that a detour may have to be taken once more. */
    private Optional<Outcome> around(int lost) {
        Detour.Wanted wanted = new Detour.Wanted(target, lost, certainty.bits() + MARGIN, longest, progress);
        for (int attempt = 0; attempt < MOST_DETOURS; attempt++) {
            Optional<Evaluation> evaluation = detour.reach(problem, beginning, wanted)
                    .map(reached -> new Evaluation(problem, reached, certainty, exactStates));
            if (evaluation.isEmpty()) {
                return Optional.empty();
            }
            if (evaluation.get().missing() == 0) {
                return evaluation.filter(Evaluation::isDecided).map(decided -> decided.outcome(Optional.empty()));
            }
            wanted = wanted.withMoreBits(evaluation.get().missing() + MARGIN);
        }
        return Optional.empty();
    }

    private Outcome plain() {
        while (true) {
            Run run = new Run(problem, Precision.of(precision), beginning, exactStates, certainty.bits());
            Optional<BrokenOff> broken = advance(run);
            if (broken.isPresent() && !settles(broken.get(), run)) {
                continue;
            }
            Evaluation evaluation = new Evaluation(problem, run.reached(), certainty, exactStates);
            if (evaluation.missing() > 0 && precision == longest && run.back()) {
                haltAfter(run.done(), precision + evaluation.missing());
                evaluation = new Evaluation(problem, run.reached(), certainty, exactStates);
            }
            if (isEnough(evaluation, run.done())) {
                return evaluation.outcome(halt);
            }
        }
    }

    private Optional<BrokenOff> advance(Run run) {
        try {
            while (run.done() < target) {
                run.step();
                progress.accept(run.done());
            }
            return Optional.empty();
        } catch (BrokenOff e) {
            return Optional.of(e);
        }
    }

    /** Whether the run ends here; else the next one has more precision. */
    private boolean settles(BrokenOff broken, Run run) {
        if (broken.isForGood(precision >= Math.min(longest, ENOUGH_FOR_SIDES))) {
            target = run.done();
            halt = Optional.of(new Halt(broken.step(), precision, precision, broken.getMessage()));
            return true;
        }
        int wanted = Math.max(ENOUGH_FOR_SIDES, 2 * precision);
        if (precision < longest) {
            precision = Math.min(longest, wanted);
            return false;
        }
        run.back();
        haltAfter(run.done(), wanted);
        return true;
    }

    private void haltAfter(int steps, int wanted) {
        target = steps;
        halt = Optional.of(new Halt(steps + 1, wanted, longest, "step " + (steps + 1) + " needs a precision of about " + wanted
                + " bits for " + certainty.digits() + " digits, expected at most " + longest));
    }

    /** Whether this is the result; else the next run has more precision, or fewer steps. */
    private boolean isEnough(Evaluation evaluation, int steps) {
        if (evaluation.missing() > 0) {
            wantMore(evaluation.missing(), steps);
            return false;
        }
        if (!evaluation.isDecided() && precision < Math.min(longest, ENOUGH_FOR_SIDES)) {
            precision = Math.min(longest, ENOUGH_FOR_SIDES);
            return false;
        }
        if (!evaluation.isDecided() && halt.isEmpty()) {
            halt = Optional.of(new Halt(steps, precision, precision, "after step " + steps
                    + " it is not decided with " + precision + " bits which samples are right"));
        }
        return true;
    }

    private void wantMore(int missing, int steps) {
        if (precision < longest) {
            precision = Math.min(longest, precision + missing + MARGIN);
        } else if (steps > beginning.steps()) {
            haltAfter(steps - Math.max(1, (steps - beginning.steps()) / 4), precision + missing);
        } else {
            throw new DomainException("a precision of at most " + longest + " bits, expected about " + (precision + missing)
                    + " for " + certainty.digits() + " digits");
        }
    }
}
