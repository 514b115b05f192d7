package org.stillpoint.engine.fast;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.engine.Course;
import org.stillpoint.engine.fast.fraction.CoprimeBase;
import org.stillpoint.engine.fast.fraction.LowestTerms;

/** A training on integers: the parameters, and the steps that fit them. */
final class IntegerCourse implements Course {

    private final Network start;
    private final int[][] counts;
    private final DataSet data;
    private final Settings settings;
    private final Parameters parameters;
    private final Forward forward;
    private final Steps steps;
    private final Samples samples;
    private final CoprimeBase base;
    private int done;
    private Evaluation evaluation;

    /**
     * A training that has taken no step yet.
     *
     * @param counts for each layer and unit, how many it stands for
     * @param velocity with which it starts, in the shape of the network; empty if it is 0
     * @param linear whether linear steps are taken where they can be
     */
    static IntegerCourse of(Network start, int[][] counts, Optional<Network> velocity, DataSet data, Settings settings,
                            boolean linear) {
        return new IntegerCourse(start, counts, velocity, data, settings, linear,
                (int) Math.max(1, Math.min(data.size(), (long) settings.steps() * settings.batchSize())));
    }

    /** @param seen how many samples it will look at: what is not asked for is never made an integer */
    private IntegerCourse(Network start, int[][] counts, Optional<Network> velocity, DataSet data, Settings settings,
                          boolean linear, int seen) {
        this.start = start;
        this.counts = counts;
        this.data = data;
        this.settings = settings;
        boolean remembers = settings.momentum().signum() != 0;
        BigFraction velocityScale = UpdateRule.velocityScale(settings);
        Layout layout = new Layout(start);
        Entries entries = new Entries(layout, start, remembers, velocity, velocityScale);
        this.samples = new Samples(data, seen, SideLoss.of(settings.loss().rational()));
        List<Lines> lines = lines(start, settings);
        Optional<SmallCoefficients> small =
                linear ? SmallCoefficients.of(start, settings, data.size(), lines, samples) : Optional.empty();
        Optional<WideCoefficients> wide =
                linear && small.isEmpty() ? WideCoefficients.of(start, settings, data.size(), lines, samples) : Optional.empty();
        BigInteger[][] denominators = entries.denominators();
        Denominators all = new Denominators();
        all.addRows(denominators);
        all.addSettings(settings, data.size());
        all.addSamples(samples);
        all.addLines(lines);
        small.ifPresent(coefficients -> all.add(BigInteger.valueOf(coefficients.q())));
        wide.ifPresent(coefficients -> all.add(coefficients.q()));
        this.base = CoprimeBase.of(all.all());
        Numerators.Kind kind = small.isPresent() ? Numerators.Kind.SMALL
                : wide.isPresent() ? Numerators.Kind.WIDE : Numerators.Kind.BIG;
        this.parameters = new Parameters(layout, entries.rows(base, denominators, kind), base, remembers,
                velocityScale);
        this.forward = new Forward(base, parameters, counts, lines, samples, small);
        UpdateRule update = UpdateRule.of(settings, base);
        Optional<Coefficients> coefficients = small.isPresent()
                ? Optional.of(new SmallSums(base, layout, forward, small.get(), update))
                : wide.map(numbers -> new WideSums(base, layout, forward, samples, numbers, update));
        this.steps = coefficients.isPresent()
                ? new LinearSteps(base, parameters, forward, coefficients.get(), update, settings)
                : new Backpropagation(base, parameters, forward, counts, settings);
    }

    private static List<Lines> lines(Network start, Settings settings) {
        List<Lines> lines = new ArrayList<>();
        for (Layer layer : start.layers()) {
            lines.add(Lines.of(PiecewiseLinear.of(layer.activation()).orElseThrow(), settings.kinks().at(layer.activation())));
        }
        return lines;
    }

    @Override
    public void step() {
        int first = done % settings.batches(data.size()) * settings.batchSize();
        steps.step(first, (int) Math.min((long) first + settings.batchSize(), data.size()));
        done++;
        evaluation = null;
    }

    @Override
    public Network network() {
        return new Export(start, parameters, new LowestTerms(base)).network();
    }

    @Override
    public BigFraction meanLoss() {
        return onAllSamples().totalLoss().divide(data.size());
    }

    @Override
    public int right(AccuracyRule rule) {
        return onAllSamples().right(rule);
    }

    /** Kept until the next step, as whoever asks for the loss mostly asks for the accuracy too. */
    private Evaluation onAllSamples() {
        if (evaluation == null) {
            evaluation = samples.count() == data.size()
                    ? new Evaluation(base, forward, samples, settings.loss().rational())
                    : new IntegerCourse(network(), counts, Optional.empty(), data,
                            settings.withMomentum(BigFraction.ZERO), false, data.size()).onAllSamples();
        }
        return evaluation;
    }

    @Override
    public int atMost() {
        return parameters.bitsAtMost();
    }

    @Override
    public int exact() {
        return parameters.bits();
    }
}
