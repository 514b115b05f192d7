package org.stillpoint.modelfile.nnet;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.domain.Activation;
import org.stillpoint.format.FormatException;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.CodeArray;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Reads {@code .nnet} files: fully connected layers, ReLU after each but the last, weights as units out x units in. The network
 * begins with inputs that are normalised already, and ends before its output is brought back to its own scale: the numbers for
 * that are not trained, and no layer here has them.
 */
public final class NnetReader implements ModelReader {

    /** The longest file, in bytes: each number of it takes at least two, and eight in memory. */
    private static final int MAX_LENGTH = 1 << 25;

    private static final int MAX_LAYERS = 10_000;

    @Override
    public boolean recognises(String name, byte[] head) {
        return name.endsWith(".nnet");
    }

    @Override
    public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
        if (bytes.size() > MAX_LENGTH) {
            throw new FormatException(bytes.name() + ": " + bytes.size() + " bytes of text, expected at most " + MAX_LENGTH);
        }
        return new Reading(bytes).model();
    }

    private static final class Reading {

        private final Bytes bytes;
        private final NnetText text;
        private final NetworkBuilder builder = new NetworkBuilder();
        private final List<Weights> weights = new ArrayList<>();

        private Reading(Bytes bytes) throws IOException {
            this.bytes = bytes;
            this.text = new NnetText(bytes.name(), bytes.read(0, (int) bytes.size(), ByteOrder.BIG_ENDIAN).array());
        }

        private ModelFile model() {
            text.skipComments();
            List<Integer> sizes = sizes();
            int inputs = sizes.get(0);
            text.skipLine("a flag that is not used");
            constants("input minimums", inputs);
            constants("input maximums", inputs);
            constants("means of the inputs and the outputs", inputs + 1);
            constants("ranges of the inputs and the outputs", inputs + 1);
            Value value = builder.input("normalised inputs", builder.channels(inputs), -1);
            for (int layer = 1; layer < sizes.size(); layer++) {
                value = layer(layer, sizes.get(layer - 1), sizes.get(layer), layer < sizes.size() - 1, value);
            }
            builder.output(value);
            text.requireEnd();
            return new ModelFile(bytes.name(), "nnet", weights, Optional.of(builder.build()), bytes);
        }

        /** Of the inputs and of each layer. */
        private List<Integer> sizes() {
            List<Integer> counts = text.integers("numbers of layers, inputs and outputs");
            if (counts.size() < 3 || counts.get(0) < 1 || counts.get(0) > MAX_LAYERS) {
                throw text.error("the numbers " + counts.subList(0, Math.min(counts.size(), 4))
                        + ", expected those of layers, from 1 to " + MAX_LAYERS + ", inputs and outputs");
            }
            List<Integer> sizes = text.integers("sizes of layers");
            if (sizes.size() != counts.get(0) + 1 || !sizes.get(0).equals(counts.get(1))
                    || !sizes.get(counts.get(0)).equals(counts.get(2)) || sizes.contains(0)) {
                throw text.error("sizes of layers, expected " + (counts.get(0) + 1) + " from 1, the first " + counts.get(1)
                        + " and the last " + counts.get(2));
            }
            return sizes;
        }

        private void constants(String what, int count) {
            Weights constants = weights(what, text.numbers(count, what));
            builder.notAnalysed(constants.name(), "numbers by which inputs and outputs are normalised, which are not trained");
        }

        private Value layer(int number, int in, int out, boolean isHidden, Value value) {
            String name = "layer " + number;
            if ((long) in * out > text.left()) {
                throw text.error(name + " of " + out + " x " + in + " weights, expected no more than the "
                        + text.left() + " bytes that are left can have");
            }
            long[] matrix = new long[in * out];
            for (int row = 0; row < out; row++) {
                System.arraycopy(text.numbers(in, "weights of unit " + row + " of " + name), 0, matrix, row * in, in);
            }
            long[] bias = new long[out];
            for (int row = 0; row < out; row++) {
                bias[row] = text.numbers(1, "bias of unit " + row + " of " + name)[0];
            }
            Weights kernel = new Weights(name + " weights", "text", true, Dimensions.of(out, in), new CodeArray(matrix));
            weights.add(kernel);
            Value product = builder.value(name, builder.channels(out), -1);
            builder.add(new Layer.Dense(name, value, kernel, 0, product));
            Value sum = like(product);
            builder.add(new Layer.Bias(name, product, weights(name + " bias", bias), sum));
            if (!isHidden) {
                return sum;
            }
            Value active = like(sum);
            builder.add(new Layer.Pointwise(name, sum, new PointwiseFunction.Of(Activation.RELU), active));
            return active;
        }

        private Value like(Value value) {
            return builder.value(value.name(), value.channels(), value.axis());
        }

        private Weights weights(String name, long[] codes) {
            Weights vector = new Weights(name, "text", true, Dimensions.of(codes.length), new CodeArray(codes));
            weights.add(vector);
            return vector;
        }
    }
}
