package org.stillpoint.engine.enclosure;

import java.util.Optional;
import java.util.OptionalInt;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealNetwork;

/** What a training has come to, as a result. */
final class Evaluation {

    private final Problem problem;
    private final State<Mixed> state;
    private final Verdict verdict;
    private final RealNetwork network;
    private final Real loss;
    private final int missing;
    private final Optional<AccuracyRule> rule;
    private final OptionalInt right;

    Evaluation(Problem problem, Reached reached, Certainty certainty, ExactStates exactStates) {
        this.problem = problem;
        this.state = reached.state();
        this.verdict = new Verdict(problem, reached.precision());
        Reals reals = new Reals(reached.precision(), certainty);
        this.network = new RealNetwork(problem.start(), reals.of(problem.start(), state.parameters()));
        this.loss = reals.of(verdict.meanLoss(state.parameters()));
        this.missing = reals.missing();
        this.rule = AccuracyRule.of(problem.data());
        this.right = missing == 0 && rule.isPresent() ? right(rule.get(), exactStates) : OptionalInt.empty();
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

    Outcome outcome(Optional<Halt> halt) {
        Optional<Accuracy> accuracy = rule.filter(any -> right.isPresent())
                .map(any -> Accuracy.of(any, right.getAsInt(), problem.samples()));
        return new Outcome(network, state.steps(), loss, accuracy, halt);
    }
}
