package org.stillpoint.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.Network;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.StepByStep;
import org.stillpoint.training.Stop;

/** One training, as far as it was asked for: every network on the way is kept, so that one can go back. */
final class ExactRun {

    private final Problem problem;
    private final StepByStep training;
    private final List<Network> networks = new ArrayList<>();
    private Optional<Stop> stopped = Optional.empty();

    ExactRun(Problem problem) {
        this.problem = problem;
        this.training = StepByStep.from(problem.start(), problem.data(), problem.settings());
        networks.add(problem.start());
    }

    Problem problem() {
        return problem;
    }

    /**
     * The network after n steps.
     *
     * @throws PastBoundException if one of these steps makes numbers that are too long
     */
    Network network(int n) {
        while (networks.size() <= n) {
            step();
        }
        return networks.get(n);
    }

    private void step() {
        if (stopped.isEmpty()) {
            training.step();
            int bits = training.bits().exact();
            if (bits > problem.maxBits()) {
                stopped = Optional.of(new Stop(training.done(), bits, problem.maxBits()));
            }
        }
        stopped.ifPresent(stop -> {
            throw new PastBoundException(stop.why(), stop.step() - 1);
        });
        Network last = networks.get(networks.size() - 1);
        Network next = training.network();
        networks.add(next.equals(last) ? last : next);
    }

    /** Whether step n, from 1, changed anything. */
    boolean changed(int n) {
        return network(n) != network(n - 1);
    }

    /** The passes of the step that follows on n steps; its network is without momentum. */
    StepTrace pass(int n) {
        return StepByStep.pass(network(n), problem.data(), problem.settings(), n);
    }

    BigFraction loss(int n) {
        return Evaluation.meanLoss(network(n), problem.data(), problem.settings().loss());
    }

    /** Empty if the targets are no labels. */
    Optional<Accuracy> accuracy(int n) {
        return Evaluation.accuracy(network(n), problem.data());
    }

    /**
     * The first step from here on after which a whole epoch has changed nothing, so that nothing ever will, or the last allowed.
     *
     * @param most the steps that may be taken
     * @throws PastBoundException if one of them makes numbers that are too long
     */
    int until(int most) {
        int quiet = 0;
        int step = 0;
        while (step < most && quiet < epoch()) {
            step++;
            quiet = changed(step) ? 0 : quiet + 1;
        }
        return step;
    }

    /** Whether the steps up to n end with a whole epoch that changed nothing. */
    boolean isStill(int n) {
        for (int step = n; step > n - epoch(); step--) {
            if (step < 1 || changed(step)) {
                return false;
            }
        }
        return true;
    }

    /**
     * As many steps as it takes to see that nothing moves any more: those of an epoch, and with momentum one more, as that of
     * the step before it may be spent by the first.
     */
    private int epoch() {
        return problem.settings().batches(problem.data().size()) + (problem.settings().momentum().signum() == 0 ? 0 : 1);
    }
}
