package org.stillpoint.lint.evaluation;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Numbers in place of what is not understood: the same whenever something of the same name is computed. */
final class Drawn {

    private Drawn() {
    }

    static Tensor output(Layer layer, int output, List<Tensor> inputs, Shape shape, Drawing drawing) {
        SplittableRandom random = new SplittableRandom(31L * (31L * layer.name().hashCode() + output)
                + (drawing == Drawing.FIXED ? 0 : inputs.hashCode()));
        return Tensor.at(shape, place -> Functions.drawn(random));
    }

    /** Each channel of its own entries only, in the same way, and zeros of zeros where it is so. */
    static Tensor channels(Layer.EachChannel layer, Tensor x, Shape shape, Drawing drawing) {
        Layout input = Layout.of(x.shape(), layer.input());
        Layout output = Layout.of(shape, layer.output());
        BigFraction[] entries = new BigFraction[shape.entries()];
        for (int channel = 0; channel < output.channels(); channel++) {
            List<BigFraction> own = IntStream.of(input.channel(channel)).mapToObj(x::entry).toList();
            boolean zero = layer.zeroToZero() && own.stream().allMatch(entry -> entry.signum() == 0);
            SplittableRandom random = new SplittableRandom(31L * layer.what().hashCode()
                    + (drawing == Drawing.FIXED ? 0 : own.hashCode()));
            for (int at : output.channel(channel)) {
                entries[at] = zero ? BigFraction.ZERO : Functions.drawn(random);
            }
        }
        return Tensor.of(shape, entries);
    }
}
