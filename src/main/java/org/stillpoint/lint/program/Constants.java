package org.stillpoint.lint.program;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.lint.fact.Condition;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.tensor.Code;
import org.stillpoint.modelfile.tensor.Weights;

/** What becomes of a unit that is zero for all data, in the layers behind that treat each unit by itself. */
final class Constants {

    private final Places places;

    Constants(Places places) {
        this.places = places;
    }

    /**
     * What a unit passes on.
     *
     * @param number empty if it is not known
     * @param end the last value on the way that no other one is made of unit by unit
     * @param flat whether it goes through a function where that is flat, as a number below 0 through a ReLU: no error comes back
     */
    record PassedOn(Optional<Enclosed> number, Value end, boolean flat, Set<Condition> conditions) {
    }

    /** The values on the way from this one to where units come together, or where there are several ways. */
    Value end(Value value) {
        Value end = value;
        for (Optional<Layer> next = next(end); next.isPresent(); next = next(end)) {
            end = next.get().outputs().get(0);
        }
        return end;
    }

    private Optional<Layer> next(Value value) {
        List<Layer> readers = places.readers(value);
        return readers.size() == 1 && !places.isOutput(value) && Places.isUnitwise(readers.get(0))
                && !(readers.get(0) instanceof Layer.Convolution) ? Optional.of(readers.get(0)) : Optional.empty();
    }

    /** @throws IOException if entries cannot be read */
    PassedOn of(Value value, int channel) throws IOException {
        Optional<Enclosed> number = Optional.of(Enclosed.exactly(BigFraction.ZERO));
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        Value end = value;
        boolean flat = false;
        for (Optional<Layer> next = next(end); next.isPresent() && number.isPresent(); next = next(end)) {
            if (next.get() instanceof Layer.BatchNormalisation) {
                conditions.add(Condition.STORED_STATISTICS);
            }
            flat |= next.get() instanceof Layer.Pointwise pointwise && isFlat(pointwise.function(), number.get());
            number = behind(next.get(), number.get(), channel);
            end = next.get().outputs().get(0);
        }
        return new PassedOn(number, end(end), flat, conditions);
    }

    private static Optional<Enclosed> behind(Layer layer, Enclosed x, int channel) throws IOException {
        if (layer instanceof Layer.Bias bias) {
            return entry(bias.bias(), channel).map(x::plus);
        }
        if (layer instanceof Layer.Scale scale) {
            return entry(scale.factors(), channel).map(x::times);
        }
        if (layer instanceof Layer.BatchNormalisation normalisation) {
            Optional<BigFraction> variance = entry(normalisation.variance(), channel)
                    .map(stored -> stored.add(normalisation.epsilon())).filter(sum -> sum.signum() > 0);
            Optional<BigFraction> mean = entry(normalisation.mean(), channel);
            return variance.isEmpty() ? Optional.empty()
                    : mean.map(stored -> x.plus(stored.negate()).overRootOf(variance.get()));
        }
        if (layer instanceof Layer.EachChannel each) {
            return Optional.of(x).filter(number -> number.isZero() && each.zeroToZero() || each.places()
                    .filter(function -> function.keeps(number.low()) && function.keeps(number.high())).isPresent());
        }
        return layer instanceof Layer.Pointwise pointwise ? pointwise(pointwise.function(), x) : Optional.empty();
    }

    private static boolean isFlat(PointwiseFunction function, Enclosed x) {
        if (function instanceof PointwiseFunction.Clip clip) {
            return clip.low().filter(bound -> x.high().compareTo(bound) < 0).isPresent()
                    || clip.high().filter(bound -> x.low().compareTo(bound) > 0).isPresent();
        }
        return function instanceof PointwiseFunction.Of of && (of.activation().equals(Activation.RELU) && x.high().signum() < 0
                || of.activation().equals(Activation.HARD_TANH)
                && (x.high().compareTo(BigFraction.MINUS_ONE) < 0 || x.low().compareTo(BigFraction.ONE) > 0));
    }

    private static Optional<Enclosed> pointwise(PointwiseFunction function, Enclosed x) {
        if (function instanceof PointwiseFunction.Affine affine) {
            return Optional.of(x.times(affine.factor()).plus(affine.addend()));
        }
        if (function instanceof PointwiseFunction.Clip clip) {
            return Optional.of(x.rising(number -> {
                BigFraction raised = clip.low().filter(bound -> number.compareTo(bound) < 0).orElse(number);
                return clip.high().filter(bound -> raised.compareTo(bound) > 0).orElse(raised);
            }));
        }
        if (function instanceof PointwiseFunction.Named named) {
            return Optional.of(x).filter(number -> number.isZero() && named.zeroToZero());
        }
        Activation activation = ((PointwiseFunction.Of) function).activation();
        if (!activation.isRational()) {
            return Optional.of(x).filter(number -> number.isZero() && activation.mapsZeroToZero());
        }
        boolean rises = !activation.equals(Activation.ABS);
        return rises || x.isExact() ? Optional.of(x.rising(activation.rational().kernel()::value)) : Optional.empty();
    }

    private static Optional<BigFraction> entry(Weights vector, int channel) throws IOException {
        long[] code = new long[1];
        vector.entries().read(vector.dimensions().entries() == 1 ? 0 : channel, code);
        return Code.isFinite(code[0]) ? Optional.of(Code.number(code[0])) : Optional.empty();
    }
}
