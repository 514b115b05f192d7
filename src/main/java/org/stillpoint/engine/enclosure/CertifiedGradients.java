package org.stillpoint.engine.enclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.domain.DomainException;
import org.stillpoint.enclosure.Precision;
import org.stillpoint.enclosure.Real;
import org.stillpoint.enclosure.TooLargeException;
import org.stillpoint.enclosure.UndecidedException;
import org.stillpoint.engine.Certainty;
import org.stillpoint.engine.RealGradients;

/** What a network says of all of the data at its start, with more precision until every number is as certain as asked for. */
public final class CertifiedGradients {

    private static final int MARGIN = 64;

    private final Problem problem;
    private final Certainty certainty;

    /** @param problem with all of the data in the first batch */
    public CertifiedGradients(Problem problem, Certainty certainty) {
        this.problem = problem;
        this.certainty = certainty;
    }

    /**
     * The mean gradient and the mean loss.
     *
     * @throws DomainException if the precision is not enough
     */
    public RealGradients gradients() {
        return certified(reals -> {
            Precision precision = reals.precision();
            Steps<Mixed> steps = new Steps<>(problem, new MixedField(precision, ExactStates.LONGEST));
            Values<Mixed> parameters = steps.start().parameters();
            Values<Mixed> sum = steps.gradientSum(parameters, 0, Sides.NOBODY);
            return new RealGradients(reals.ofLoss(new Verdict(problem, precision).meanLoss(parameters)),
                    reals.of(problem.start(), steps.mean(sum, problem.share(0))));
        });
    }

    /**
     * The pre-activations of each sample, one vector a layer.
     *
     * @throws DomainException if the precision is not enough
     */
    public List<List<List<Real>>> preactivations() {
        return certified(reals -> {
            Verdict verdict = new Verdict(problem, reals.precision());
            Values<Mixed> parameters = new Numbers<>(new MixedField(reals.precision())).of(problem.start());
            List<List<List<Real>>> samples = new ArrayList<>();
            for (int i = 0; i < problem.samples(); i++) {
                samples.add(reals.of(verdict.forward(parameters, i).preactivations()));
            }
            return samples;
        });
    }

    private <R> R certified(Function<Reals, R> calculation) {
        int precision = Math.min(certainty.maxPrecision(), certainty.bits() + MARGIN);
        while (true) {
            Reals reals = new Reals(Precision.of(precision), certainty);
            Optional<UndecidedSide> undecided = Optional.empty();
            try {
                R result = calculation.apply(reals);
                if (reals.missing() == 0) {
                    return result;
                }
            } catch (UndecidedSide side) {
                undecided = Optional.of(side);
            } catch (TooLargeException e) {
                throw new DomainException("numbers are too large to be enclosed: " + e.getMessage());
            } catch (UndecidedException e) {
                undecided = Optional.empty();
            }
            if (precision == certainty.maxPrecision()) {
                throw new DomainException(undecided.map(side -> side.place(problem.layers())
                        + ": which side of a kink it is on is not decided with ").orElse("numbers are not known to "
                        + certainty.digits() + " digits with ") + certainty.maxPrecision() + " bits");
            }
            precision = Math.min(certainty.maxPrecision(), 2 * precision);
        }
    }
}
