package org.stillpoint.statement;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.engine.ParameterBits;
import org.stillpoint.engine.Trace;
import org.stillpoint.kink.AtKinks;
import org.stillpoint.kink.OneSided;
import org.stillpoint.kink.ParameterAtKinks;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.training.Evaluation;
import org.stillpoint.training.Gradients;
import org.stillpoint.training.Optimisation;
import org.stillpoint.training.ParameterSpace;
import org.stillpoint.training.Training;
import org.stillpoint.training.WrittenErrors;

/** A training with everything that can be measured along it; the training itself runs when first asked for. */
public final class Run {

    /** The longest numerator or denominator that a replay computes with, in bits. */
    public static final int MAX_BITS = 100_000;

    private final Network start;
    private final DataSet data;
    private final Settings settings;
    private final Companions companions;
    private Trace trace;
    private Run variant;
    private List<Network> networks;

    public Run(Network start, DataSet data, Settings settings, Companions companions) {
        this.start = start;
        this.data = data;
        this.settings = settings;
        this.companions = companions;
    }

    public Network start() {
        return start;
    }

    public DataSet data() {
        return data;
    }

    public Settings settings() {
        return settings;
    }

    public int steps() {
        return settings.steps();
    }

    /** The number of batches in an epoch. */
    int batches() {
        return settings.batches(data.size());
    }

    /**
     * Every step of the training.
     *
     * @throws DomainException if a parameter becomes longer than {@value #MAX_BITS} bits
     */
    public Trace trace() {
        if (trace == null) {
            trace = Training.trace(start, data, settings, Run::requireShort);
        }
        return trace;
    }

    private static void requireShort(int step, ParameterBits bits) {
        if (bits.atMost() > MAX_BITS) {
            requireShort(step, bits.exact());
        }
    }

    private static void requireShort(int step, int bits) {
        if (bits > MAX_BITS) {
            throw new DomainException("step " + step + " makes a parameter of " + bits + " bits, expected at most " + MAX_BITS);
        }
    }

    /** The network after this many steps, from 0. */
    public Network after(int step) {
        if (step == 0) {
            return start;
        }
        return networks == null ? trace().steps().get(step - 1).network() : networks.get(step);
    }

    /**
     * The training to compare with.
     *
     * @throws DomainException if there is none
     */
    Run variant() {
        if (variant == null) {
            variant = variant(companions.requireVariation());
        }
        return variant;
    }

    private Run variant(Variation variation) {
        if (variation instanceof Variation.Kappa kappa) {
            return new Run(start, data, settings.withKappa(kappa.kappa()), companions);
        }
        Run same = new Run(start, data, settings, companions);
        if (variation instanceof Variation.WrittenErrors errors) {
            same.networks = WrittenErrors.train(start, data, settings, errors.written(),
                    bits -> requireShort(settings.steps(), bits));
        }
        if (variation instanceof Variation.Masks masks) {
            if (masks.steps().size() < settings.steps()) {
                throw new DomainException("masks for " + masks.steps().size() + " steps, expected " + settings.steps());
            }
            same.networks = Optimisation.train(start, data, settings, settings.loss().rational(),
                    new GradientDescent(settings.learningRate(), settings.momentum(), settings.weightDecay()),
                    (step, sample) -> masks.steps().get(step), bits -> requireShort(settings.steps(), bits));
        }
        return same;
    }

    /** @throws DomainException if there is none, or one of another shape */
    private Network direction() {
        Network direction = companions.requireDirection();
        ParameterSpace.requireOneShape(start, direction);
        return direction;
    }

    /** The mean loss this far from the start along the direction. */
    BigFraction lossAlong(BigFraction distance) {
        return meanLoss(ParameterSpace.addScaled(start, distance, direction()));
    }

    /** How fast the mean loss grows from the start along the direction, over a distance other than 0. */
    BigFraction lossQuotient(BigFraction distance) {
        return lossAlong(distance).subtract(meanLoss(start)).divide(distance);
    }

    /** What backpropagation takes for the derivative along the direction of the mean loss over all data, at the start. */
    BigFraction gradientAlong() {
        return Laws.inner(Gradients.mean(start, data, settings.loss().rational(), settings.kappa()).parameters(),
                direction().parameters());
    }

    /**
     * The derivative of the mean loss over all data along the direction, at the start: from the right for 1, from the left for
     * -1.
     */
    BigFraction oneSidedDerivative(BigFraction side) {
        return OneSided.of(start, data, settings.loss().rational())
                .along(direction().parameters().stream().map(side::multiply).toList()).multiply(side);
    }

    /** Those of hidden units, over all samples, at the start. */
    long zeroPreactivations() {
        int hidden = start.layers().size() - 1;
        return Evaluation.preactivations(start, data.inputs()).flatMap(z -> z.subList(0, hidden).stream())
                .flatMap(layer -> layer.entries().stream()).filter(z -> z.signum() == 0).count();
    }

    /** None where the mean loss over all data is not known to be differentiable at the start. */
    long wrongDerivatives() {
        AtKinks atKinks = AtKinks.of(start, data, settings.loss().rational(), settings.kinks());
        return atKinks.differentiability().answer().orElse(false)
                ? atKinks.parameters().stream().filter(ParameterAtKinks::isWrong).count() : 0;
    }

    /** @throws DomainException if there is none, or one of another shape */
    Network teacher() {
        Network teacher = companions.requireTeacher();
        ParameterSpace.requireOneShape(start, teacher);
        return teacher;
    }

    /** The mean loss at this part of the way from the start to the teacher. */
    BigFraction lossTowardsTeacher(BigFraction part) {
        return meanLoss(ParameterSpace.between(start, part, companions.requireTeacher()));
    }

    /** The steps whose gradient is not zero. */
    long movingSteps() {
        return trace().steps().stream().filter(step -> Extremes.largest(step.gradients().parameters()).signum() != 0).count();
    }

    /** The network after the last step. */
    public Network end() {
        return after(steps());
    }

    public BigFraction meanLoss(Network network) {
        return Evaluation.meanLoss(network, data, settings.loss());
    }

    /** @throws DomainException if the targets are no labels */
    public BigFraction accuracy(Network network) {
        return Evaluation.accuracy(network, data).map(Accuracy::share).orElseThrow(() -> new DomainException(
                "the accuracy on targets that are no labels, expected targets 1 and -1, or 0 and 1, or one 1 among zeros"));
    }

    /** The best accuracy of the start and of the network after any step. */
    BigFraction bestAccuracy() {
        return Extremes.maximum(IntStream.rangeClosed(0, steps()).mapToObj(step -> accuracy(after(step))).toList());
    }

    /** The samples whose every target has this sign. */
    public long labelled(int sign) {
        return data.targets().stream()
                .filter(target -> target.entries().stream().allMatch(y -> y.signum() == sign)).count();
    }

    /** Every weight, layer by layer and row by row, without the biases. */
    static List<BigFraction> weights(Network network) {
        return network.layers().stream().flatMap(layer -> layer.weights().rows().stream())
                .flatMap(row -> row.entries().stream()).toList();
    }

    /** Every parameter but the bias of the last layer. */
    static List<BigFraction> withoutOutputBias(Network network) {
        List<BigFraction> parameters = network.parameters();
        int outputs = network.layers().get(network.layers().size() - 1).bias().map(Vector::size).orElse(0);
        return parameters.subList(0, parameters.size() - outputs);
    }
}
