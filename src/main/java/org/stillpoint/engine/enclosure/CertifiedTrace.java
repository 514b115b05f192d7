package org.stillpoint.engine.enclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.TooLargeException;
import org.stillpoint.enclosure.UndecidedException;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.engine.RealStep;
import org.stillpoint.engine.RealTrace;

/** Every number of every step of a training, with more precision until each is as certain as asked for. */
public final class CertifiedTrace {

    private static final int MARGIN = 64;

    private final Problem problem;
    private final Certainty certainty;
    private final IntConsumer progress;
    private final ExactStates exactStates;
    private final List<RealStep> done = new ArrayList<>();
    private int precision;
    private Optional<Halt> halt = Optional.empty();

    /** @param progress told the steps that are done, from the first one again if more precision is needed */
    public CertifiedTrace(Problem problem, Certainty certainty, IntConsumer progress) {
        this.problem = problem;
        this.certainty = certainty;
        this.progress = progress;
        this.exactStates = new ExactStates(problem);
        this.precision = Math.min(certainty.maxPrecision(), certainty.bits() + MARGIN);
    }

    /** Every step, or those before the first one that cannot be certified. */
    public Traced trace() {
        while (!attempt()) {
            precision = Math.min(certainty.maxPrecision(), precision + precision / 2 + MARGIN);
        }
        return new Traced(new RealTrace(done), halt);
    }

    /** Whether it is worth no further attempt. */
    private boolean attempt() {
        done.clear();
        MixedField field = new MixedField(Precision.of(precision));
        Steps<Mixed> steps = new Steps<>(problem, field);
        State<Mixed> state = steps.start();
        while (state.steps() < problem.settings().steps()) {
            int step = state.steps() + 1;
            Reals reals = new Reals(field.precision(), certainty);
            try {
                state = take(steps, state, reals);
            } catch (UndecidedSide side) {
                Optional<State<Mixed>> exact = exactStates.after(state.steps());
                if (exact.isEmpty()) {
                    return haltsAt(step, "step " + step + ", " + side.place(problem.layers())
                            + ": which side of a kink it is on is not decided with " + precision + " bits");
                }
                Steps<Mixed> exactSteps = new Steps<>(problem, new MixedField(field.precision(), ExactStates.LONGEST));
                state = field.shortened(take(exactSteps, exact.get(), reals));
            } catch (UndecidedException | TooLargeException e) {
                return haltsAt(step, "step " + step + ": " + e.getMessage());
            }
            if (reals.missing() > 0) {
                done.remove(done.size() - 1);
                return haltsAt(step, "step " + step + " needs a precision of about " + (precision + reals.missing())
                        + " bits for " + certainty.digits() + " digits, expected at most " + precision);
            }
            progress.accept(step);
        }
        return true;
    }

    private boolean haltsAt(int step, String why) {
        halt = Optional.of(new Halt(step, precision + 1, precision, why));
        if (precision < certainty.maxPrecision()) {
            halt = Optional.empty();
            return false;
        }
        return true;
    }

    /** Takes a step, and adds it to those that are done. */
    private State<Mixed> take(Steps<Mixed> steps, State<Mixed> state, Reals reals) {
        List<Integer> batch = problem.settings().batch(state.steps(), problem.samples());
        Samples samples = new Samples(steps, reals);
        Values<Mixed> sum = steps.gradientSum(state.parameters(), state.steps(), Sides.NOBODY);
        State<Mixed> next = steps.moved(state, sum);
        done.add(new RealStep(batch, batch.stream().map(i -> samples.at(state.parameters(), i)).toList(),
                reals.of(problem.start(), steps.mean(sum, problem.share(state.steps()))),
                new RealNetwork(problem.start(), reals.of(problem.start(), next.parameters()))));
        return next;
    }
}
