package org.stillpoint.engine.enclosure.tube;

import java.util.Optional;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.TooLargeException;
import org.stillpoint.enclosure.UndecidedException;
import org.stillpoint.engine.enclosure.Detour;
import org.stillpoint.engine.enclosure.Masks;
import org.stillpoint.engine.enclosure.Mixed;
import org.stillpoint.engine.enclosure.Problem;
import org.stillpoint.engine.enclosure.Reached;
import org.stillpoint.engine.enclosure.State;
import org.stillpoint.engine.enclosure.UndecidedSide;

/** Long trainings by gradient descent in a tube, where plain balls would lose many bits. */
public final class Tube implements Detour {

    /** Above it the second derivatives cost more than bits do. */
    static final int MOST_PARAMETERS = 300;

    /** Plain balls that lose fewer bits are as fast: at first, and for each parameter more. */
    private static final int WORTH_IT = 448;
    private static final int WORTH_IT_A_PARAMETER = 8;

    /** Bits that a tube is given to lose at first. */
    private static final int GIVEN = 48;
    private static final int MOST_ATTEMPTS = 4;
    private static final int ROUND_TO = 32;

    /** If a tube this narrow, in bits, holds a kink, most likely the training is on it: more precision does not help. */
    private static final int NARROW = 40;

    @Override
    public Optional<Reached> reach(Problem problem, State<Mixed> from, Wanted wanted) {
        return covers(problem) && wanted.lost() >= WORTH_IT + WORTH_IT_A_PARAMETER * problem.start().parameters().size()
                ? run(problem, from, wanted) : Optional.empty();
    }

    /** Whether a tube can follow this training. */
    static boolean covers(Problem problem) {
        return problem.optimiser().isEmpty() && problem.descent().rate().signum() != 0 && problem.masks() == Masks.NONE
                && problem.start().parameters().size() <= MOST_PARAMETERS && HessianBox.covers(problem);
    }

    static boolean hasSides(Problem problem) {
        boolean inLoss = problem.loss() instanceof RationalLoss && problem.loss() != RationalLoss.SQUARED;
        return inLoss || problem.start().layers().stream().anyMatch(layer -> layer.activation().isRational()
                && !layer.activation().equals(Activation.IDENTITY) && !layer.activation().equals(Activation.SOFTSIGN)
                && !layer.activation().equals(Activation.RATIONAL_SIGMOID));
    }

    /** With more precision until the tube is narrow enough in the end; empty if that does not come about. */
    static Optional<Reached> run(Problem problem, State<Mixed> from, Wanted wanted) {
        int bits = wanted.bits() + GIVEN;
        for (int attempt = 0; attempt < MOST_ATTEMPTS && bits <= wanted.longest(); attempt++) {
            int precision = (bits + ROUND_TO - 1) / ROUND_TO * ROUND_TO;
            try {
                TubeRun run = new TubeRun(problem, Precision.of(precision), from);
                if (isNarrowToTheEnd(run, wanted, precision)) {
                    return Optional.of(run.reached());
                }
            } catch (UndecidedSide | TooLargeException | UndecidedException e) {
                return Optional.empty();
            }
            bits = precision + precision / 2;
        }
        return Optional.empty();
    }

    /** @throws UndecidedSide for a side that is not known though the tube is narrow */
    private static boolean isNarrowToTheEnd(TubeRun run, Wanted wanted, int precision) {
        while (run.done() < wanted.steps()) {
            try {
                run.step();
            } catch (UndecidedSide e) {
                if (run.errorBits() < precision - NARROW) {
                    throw e;
                }
                return false;
            }
            if (run.errorBits() > precision - wanted.bits()) {
                return false;
            }
            wanted.progress().accept(run.done());
        }
        return true;
    }
}
