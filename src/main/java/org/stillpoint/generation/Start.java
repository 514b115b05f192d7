package org.stillpoint.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Named;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

/** A way to choose the parameters that training starts with. Numbers that are drawn are small, not 0, and all different. */
public enum Start implements Named {

    /** All zero. */
    ZEROS("zeros") {
        @Override
        public Network network(Architecture architecture, BigFraction value, long seed) {
            return architecture.network(layer -> NOUGHT, layer -> NOUGHT);
        }
    },

    /** All parameters the given value. */
    EQUAL("equal") {
        @Override
        public Network network(Architecture architecture, BigFraction value, long seed) {
            return architecture.network(layer -> () -> value, layer -> () -> value);
        }
    },

    /** Drawn, but the hidden units of each layer equal in pairs, 0 with 1, 2 with 3 and so on; of an odd number the last one is alone. */
    TWINS("twins") {
        @Override
        public Network network(Architecture architecture, BigFraction value, long seed) {
            List<Integer> widths = architecture.widths();
            require(widths.subList(1, widths.size() - 1).stream().anyMatch(width -> width > 1),
                    "twins of shape " + architecture.shape() + ", expected a hidden layer of 2 units or more");
            List<Integer> pairs = new ArrayList<>(widths);
            IntStream.range(1, architecture.depth()).forEach(l -> pairs.set(l, (widths.get(l) + 1) / 2));
            return doubled(RANDOM.network(architecture.withWidths(pairs), value, seed), widths);
        }
    },

    /** The first layer and its bias zero, the others drawn. */
    ZERO_FIRST("zero-first") {
        @Override
        public Network network(Architecture architecture, BigFraction value, long seed) {
            return allButOne(architecture, 0, seed);
        }
    },

    /** The last layer and its bias zero, the others drawn. */
    ZERO_LAST("zero-last") {
        @Override
        public Network network(Architecture architecture, BigFraction value, long seed) {
            return allButOne(architecture, architecture.depth() - 1, seed);
        }
    },

    /** All zero but the hidden biases, which are drawn and positive, so that every ReLU is active. */
    BIASES("biases") {
        @Override
        public Network network(Architecture architecture, BigFraction value, long seed) {
            require(architecture.bias(), "hidden biases only, but no biases, expected --start biases without --no-bias");
            require(architecture.depth() > 1,
                    "hidden biases only, of shape " + architecture.shape() + ", expected a hidden layer");
            Supplier<BigFraction> drawn = DistinctNumbers.positive(architecture.hiddenUnits(), seed);
            return architecture.network(layer -> NOUGHT, layer -> layer == architecture.depth() - 1 ? NOUGHT : drawn);
        }
    },

    /** All drawn. */
    RANDOM("random") {
        @Override
        public Network network(Architecture architecture, BigFraction value, long seed) {
            Supplier<BigFraction> drawn = DistinctNumbers.ofBothSigns(architecture.parameters(), seed);
            return architecture.network(layer -> drawn, layer -> drawn);
        }
    };

    private static final Supplier<BigFraction> NOUGHT = () -> BigFraction.ZERO;

    private final String id;

    Start(String id) {
        this.id = id;
    }

    /** The name used on the command line. */
    @Override
    public String id() {
        return id;
    }

    /**
     * The network that starts so; the same seed gives the same network on every machine.
     *
     * @param value of the parameters of {@link #EQUAL}; plays no part in the others
     * @param seed of the numbers that are drawn
     * @throws GenerationException if no network of this architecture starts so
     * @throws org.stillpoint.domain.DomainException if networks do not have such an output activation
     */
    public abstract Network network(Architecture architecture, BigFraction value, long seed);

    /** @throws org.stillpoint.domain.DomainException if no start has this name */
    public static Start fromId(String id) {
        return Named.find("start", values(), id);
    }

    private static Network allButOne(Architecture architecture, int zero, long seed) {
        Supplier<BigFraction> drawn = DistinctNumbers.ofBothSigns(architecture.parameters(), seed);
        Architecture.Numbers numbers = layer -> layer == zero ? NOUGHT : drawn;
        return architecture.network(numbers, numbers);
    }

    /** The network of these widths whose hidden unit j is unit j/2 of the given one. */
    private static Network doubled(Network network, List<Integer> widths) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            List<Integer> columns = from(l, widths);
            List<Integer> rows = from(l + 1, widths);
            layers.add(new Layer(new Matrix(rows.stream().map(j -> chosen(layer.weights().row(j), columns)).toList()),
                    layer.bias().map(bias -> chosen(bias, rows)), layer.activation()));
        }
        return new Network(layers);
    }

    private static List<Integer> from(int layer, List<Integer> widths) {
        boolean isHidden = layer > 0 && layer < widths.size() - 1;
        return IntStream.range(0, widths.get(layer)).map(j -> isHidden ? j / 2 : j).boxed().toList();
    }

    private static Vector chosen(Vector vector, List<Integer> from) {
        return new Vector(from.stream().map(vector::get).toList());
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new GenerationException(message);
        }
    }
}
