package org.stillpoint.engine.enclosure;

import java.util.Optional;
import java.util.OptionalInt;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.enclosure.Real;
import org.stillpoint.enclosure.TooLargeException;
import org.stillpoint.enclosure.UndecidedException;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealNetwork;

/** What a training has come to, as a result. */
final class Evaluation {

    private final Problem problem;
    private final State<Mixed> state;
    private final Verdict verdict;
    private final RealNetwork network;
    private final Optional<Real> loss;
    private final int missing;
    private final Optional<AccuracyRule> rule;
    private final OptionalInt right;

    Evaluation(Problem problem, Reached reached, Certainty certainty, ExactStates exactStates) {
        this.problem = problem;
        this.state = reached.state();
        this.verdict = new Verdict(problem, reached.precision());
        Reals reals = new Reals(reached.precision(), certainty);
        this.network = new RealNetwork(problem.start(), reals.of(problem.start(), state.parameters()));
        this.loss = meanLoss().map(reals::ofLoss);
        this.missing = loss.isPresent() ? reals.missing() : reached.precision().bits();
        this.rule = AccuracyRule.of(problem.data());
        this.right = missing == 0 && rule.isPresent() ? right(rule.get(), exactStates) : OptionalInt.empty();
    }

    /** Empty if the parameters are so wide that it is no number. */
    private Optional<Mixed> meanLoss() {
        try {
            return Optional.of(verdict.meanLoss(state.parameters()));
        } catch (UndecidedException | TooLargeException e) {
            return Optional.empty();
        }
    }

    private OptionalInt right(AccuracyRule accuracy, ExactStates exactStates) {
        OptionalInt told = verdict.right(state.parameters(), accuracy);
        return told.isPresent() ? told : exactStates.right(state.steps(), accuracy);
    }

    /** The bits that the least certain number lacks; 0 if all are as certain as asked for. */
    int missing() {
        return missing;
    }

    /** Whether it is known of every sample whether it is right, or nobody asks. */
    boolean isDecided() {
        return rule.isEmpty() || right.isPresent();
    }

    /** Of an evaluation that lacks nothing. */
    Outcome outcome(Optional<Halt> halt) {
        Optional<Accuracy> accuracy = rule.filter(any -> right.isPresent())
                .map(any -> Accuracy.of(any, right.getAsInt(), problem.samples()));
        return new Outcome(network, state.steps(), loss.orElseThrow(), accuracy, halt);
    }
}
