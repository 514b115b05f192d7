package org.stillpoint.modelfile.json;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.Source;
import org.stillpoint.modelfile.network.Layer;
import org.stillpoint.modelfile.network.NetworkBuilder;
import org.stillpoint.modelfile.network.NotAnalysed;
import org.stillpoint.modelfile.network.PointwiseFunction;
import org.stillpoint.modelfile.network.Value;
import org.stillpoint.modelfile.reader.JsonText;
import org.stillpoint.modelfile.reader.ModelFile;
import org.stillpoint.modelfile.reader.ModelReader;
import org.stillpoint.modelfile.tensor.Bytes;
import org.stillpoint.modelfile.tensor.CodeArray;
import org.stillpoint.modelfile.tensor.Dimensions;
import org.stillpoint.modelfile.tensor.Weights;

/**
 * Reads networks of ours. Their numbers are rationals, while entries of tensors are numbers of binary64. So all parameters are
 * multiplied by one number, the least that makes each denominator a power of two, and each pre-activation is divided by it again:
 * the network computes the same, zeros and equal entries stay what they are, within a tensor and between them, and so they do in
 * training, where the updates of a parameter and of its multiple are multiples too.
 */
public final class NetworkReader implements ModelReader {

    private static final Pattern BEGINNING = Pattern.compile("\\s*\\{\\s*\"layers\".*", Pattern.DOTALL);

    @Override
    public boolean recognises(String name, byte[] head) {
        return name.endsWith(".json") || BEGINNING.matcher(new String(head, StandardCharsets.ISO_8859_1)).matches();
    }

    @Override
    public ModelFile read(Bytes bytes, Optional<Path> folder) throws IOException {
        JsonCursor file = JsonText.read(bytes, Source.MAX_BYTES);
        Digits.requireFew(file);
        return new Reading(NetworkFormat.read(file)).model(bytes);
    }

    private static final class Reading {

        private final Network network;
        private final BigInteger factor;
        private final NetworkBuilder builder = new NetworkBuilder();
        private final List<Weights> weights = new ArrayList<>();
        private final List<NotAnalysed> notAnalysed = new ArrayList<>();

        private Reading(Network network) {
            this.network = network;
            this.factor = Dyadic.factor(network.layers().stream().flatMap(layer -> Stream.concat(layer.weights().rows().stream(),
                    layer.bias().stream()).flatMap(vector -> vector.entries().stream())));
        }

        private ModelFile model(Bytes bytes) {
            int inputs = network.layers().get(0).inputs();
            Value value = builder.input("inputs", builder.channels(inputs), -1);
            for (int l = 0; l < network.layers().size(); l++) {
                value = layer("layer " + (l + 1), network.layers().get(l), value);
            }
            builder.output(value);
            return new ModelFile(bytes.name(), "json", weights, notAnalysed, Optional.of(builder.build()), bytes);
        }

        private Value layer(String name, org.stillpoint.domain.Layer layer, Value in) {
            List<BigFraction> matrix = layer.weights().rows().stream().flatMap(row -> row.entries().stream()).toList();
            Value out = builder.value(name, builder.channels(layer.units()), -1);
            Optional<Weights> kernel = tensor(name + " weights", matrix, Dimensions.of(layer.units(), layer.inputs()));
            builder.add(kernel.<Layer>map(found -> new Layer.Dense(name, in, found, 0, out))
                    .orElseGet(() -> opaque(name, in, out)));
            Value sum = layer.bias().map(bias -> biased(name, bias, out)).orElse(out);
            return activated(name, layer.activation(), factor.equals(BigInteger.ONE) ? sum : divided(name, sum));
        }

        private Value biased(String name, Vector bias, Value in) {
            Value out = like(in);
            builder.add(tensor(name + " bias", bias.entries(), Dimensions.of(bias.size()))
                    .<Layer>map(found -> new Layer.Bias(name, in, found, out)).orElseGet(() -> opaque(name, in, out)));
            return out;
        }

        private Value divided(String name, Value in) {
            Value out = like(in);
            builder.add(new Layer.Pointwise(name, in, new PointwiseFunction.Affine(new BigFraction(BigInteger.ONE, factor),
                    BigFraction.ZERO), out));
            return out;
        }

        private Value activated(String name, Activation activation, Value in) {
            if (activation.equals(Activation.IDENTITY)) {
                return in;
            }
            Value out = like(in);
            builder.add(activation.equals(Activation.SOFTMAX) ? new Layer.Softmax(name, in, out)
                    : new Layer.Pointwise(name, in, new PointwiseFunction.Of(activation), out));
            return out;
        }

        private static Layer opaque(String name, Value in, Value out) {
            return new Layer.Opaque(name, "it has numbers that no binary64 holds, also when they are multiplied", List.of(in),
                    List.of(), List.of(out));
        }

        private Value like(Value value) {
            return builder.value(value.name(), value.channels(), value.axis());
        }

        /** Empty if an entry has no code; then it is said which. */
        private Optional<Weights> tensor(String name, List<BigFraction> entries, Dimensions dimensions) {
            long[] codes = new long[entries.size()];
            for (int i = 0; i < codes.length; i++) {
                Optional<Long> code = Dyadic.code(entries.get(i).multiply(factor));
                if (code.isEmpty()) {
                    notAnalysed.add(new NotAnalysed(name, "its entry " + Dyadic.shown(entries.get(i)) + ", times " + Dyadic.shown(
                            new BigFraction(factor)) + " as all others, is none of the numbers of binary64"));
                    return Optional.empty();
                }
                codes[i] = code.get();
            }
            String type = factor.equals(BigInteger.ONE) ? "rational"
                    : "rational, times " + ExactNumber.write(new BigFraction(factor));
            Weights tensor = new Weights(name, type, true, dimensions, new CodeArray(codes));
            weights.add(tensor);
            return Optional.of(tensor);
        }
    }
}
