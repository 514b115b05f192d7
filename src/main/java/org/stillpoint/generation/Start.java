package org.stillpoint.generation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
        public Network network(Architecture architecture, Supplier<BigFraction> numbers) {
            return architecture.network(layer -> NOUGHT, layer -> NOUGHT);
        }

        @Override
        Supplier<BigFraction> drawn(Architecture architecture, BigFraction value, long seed) {
            return NOUGHT;
        }
    },

    /** All parameters one value. */
    EQUAL("equal") {
        @Override
        public Network network(Architecture architecture, Supplier<BigFraction> numbers) {
            BigFraction value = numbers.get();
            return architecture.network(layer -> () -> value, layer -> () -> value);
        }

        @Override
        Supplier<BigFraction> drawn(Architecture architecture, BigFraction value, long seed) {
            return () -> value;
        }
    },

    /**
     * Drawn, but the hidden units of each layer equal in pairs, 0 with 1, 2 with 3 and so on; of an odd number the last one is
     * alone.
     */
    TWINS("twins") {
        @Override
        public Network network(Architecture architecture, Supplier<BigFraction> numbers) {
            return doubled(RANDOM.network(halved(architecture), numbers), architecture.widths());
        }

        @Override
        Supplier<BigFraction> drawn(Architecture architecture, BigFraction value, long seed) {
            return RANDOM.drawn(halved(architecture), value, seed);
        }

        @Override
        Optional<String> misfit(Architecture architecture) {
            return unless(hasSeveralUnits(architecture),
                    "twins of shape " + architecture.shape() + ", expected a hidden layer of 2 units or more");
        }
    },

    /** The first layer and its bias zero, the others drawn. */
    ZERO_FIRST("zero-first") {
        @Override
        public Network network(Architecture architecture, Supplier<BigFraction> numbers) {
            return allButOne(architecture, 0, numbers);
        }
    },

    /** The last layer and its bias zero, the others drawn. */
    ZERO_LAST("zero-last") {
        @Override
        public Network network(Architecture architecture, Supplier<BigFraction> numbers) {
            return allButOne(architecture, architecture.depth() - 1, numbers);
        }
    },

    /** All zero but the hidden biases, which are drawn and positive, so that every ReLU is active. */
    BIASES("biases") {
        @Override
        public Network network(Architecture architecture, Supplier<BigFraction> numbers) {
            return architecture.network(layer -> NOUGHT, layer -> layer == architecture.depth() - 1 ? NOUGHT : numbers);
        }

        @Override
        Supplier<BigFraction> drawn(Architecture architecture, BigFraction value, long seed) {
            return DistinctNumbers.positive(architecture.hiddenUnits(), seed);
        }

        @Override
        Optional<String> misfit(Architecture architecture) {
            return unless(architecture.bias(), "hidden biases only, but no biases, expected --start biases without --no-bias")
                    .or(() -> unless(architecture.depth() > 1,
                            "hidden biases only, of shape " + architecture.shape() + ", expected a hidden layer"));
        }

        @Override
        public boolean takes(BigFraction number) {
            return number.signum() > 0;
        }
    },

    /** All drawn. */
    RANDOM("random") {
        @Override
        public Network network(Architecture architecture, Supplier<BigFraction> numbers) {
            return architecture.network(layer -> numbers, layer -> numbers);
        }
    },

    /** Drawn, but the last unit of each hidden layer of two or more zero: its incoming weights, bias and outgoing weights. */
    ZERO_UNIT("zero-unit") {
        @Override
        public Network network(Architecture architecture, Supplier<BigFraction> numbers) {
            return widened(RANDOM.network(narrowed(architecture), numbers), architecture.widths());
        }

        @Override
        Supplier<BigFraction> drawn(Architecture architecture, BigFraction value, long seed) {
            return RANDOM.drawn(narrowed(architecture), value, seed);
        }

        @Override
        Optional<String> misfit(Architecture architecture) {
            return unless(hasSeveralUnits(architecture), "a zero unit beside others, of shape " + architecture.shape()
                    + ", expected a hidden layer of 2 units or more");
        }
    },

    /** The weight from each input of a layer to the unit of the same number 1, all else zero. */
    IDENTITY("identity") {
        @Override
        public Network network(Architecture architecture, Supplier<BigFraction> numbers) {
            return new Network(ZEROS.network(architecture, numbers).layers().stream()
                    .map(layer -> new Layer(identity(layer.units(), layer.inputs()), layer.bias(), layer.activation())).toList());
        }

        @Override
        Supplier<BigFraction> drawn(Architecture architecture, BigFraction value, long seed) {
            return NOUGHT;
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
     * @throws org.stillpoint.domain.DomainException if networks do not have such activations
     */
    public Network network(Architecture architecture, BigFraction value, long seed) {
        misfit(architecture).ifPresent(why -> {
            throw new GenerationException(why);
        });
        return network(architecture, drawn(architecture, value, seed));
    }

    /**
     * The network that starts so with given numbers in place of those that are drawn.
     *
     * @param numbers as many as {@link #numbers} says, each of which it {@link #takes}
     */
    public abstract Network network(Architecture architecture, Supplier<BigFraction> numbers);

    /** How many numbers are drawn. */
    public int numbers(Architecture architecture) {
        int[] count = {0};
        network(architecture, () -> {
            count[0]++;
            return BigFraction.ONE;
        });
        return count[0];
    }

    /** Whether this number, which is not 0, can be drawn. */
    public boolean takes(BigFraction number) {
        return true;
    }

    /** Whether a network of this architecture can start so. */
    public boolean suits(Architecture architecture) {
        return misfit(architecture).isEmpty();
    }

    /** Why no network of this architecture starts so, if none does. */
    Optional<String> misfit(Architecture architecture) {
        return Optional.empty();
    }

    /** The numbers that a seed gives. */
    Supplier<BigFraction> drawn(Architecture architecture, BigFraction value, long seed) {
        return DistinctNumbers.ofBothSigns(architecture.parameters(), seed);
    }

    /** @throws org.stillpoint.domain.DomainException if no start has this name */
    public static Start fromId(String id) {
        return Named.find("start", List.of(values()), id);
    }

    private static Network allButOne(Architecture architecture, int zero, Supplier<BigFraction> drawn) {
        Architecture.Numbers numbers = layer -> layer == zero ? NOUGHT : drawn;
        return architecture.network(numbers, numbers);
    }

    private static boolean hasSeveralUnits(Architecture architecture) {
        List<Integer> widths = architecture.widths();
        return widths.subList(1, widths.size() - 1).stream().anyMatch(width -> width > 1);
    }

    private static Matrix identity(int units, int inputs) {
        return new Matrix(IntStream.range(0, units).mapToObj(j -> new Vector(IntStream.range(0, inputs)
                .mapToObj(k -> j == k ? BigFraction.ONE : BigFraction.ZERO).toList())).toList());
    }

    /** With one unit less in each hidden layer of two or more. */
    private static Architecture narrowed(Architecture architecture) {
        List<Integer> fewer = new ArrayList<>(architecture.widths());
        IntStream.range(1, architecture.depth()).forEach(l -> fewer.set(l, Math.max(1, fewer.get(l) - 1)));
        return architecture.withWidths(fewer);
    }

    /** The network of these widths whose further units are zero, and their outgoing weights too. */
    private static Network widened(Network network, List<Integer> widths) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < network.layers().size(); l++) {
            Layer layer = network.layers().get(l);
            int inputs = widths.get(l);
            int units = widths.get(l + 1);
            List<Vector> rows = new ArrayList<>();
            layer.weights().rows().forEach(row -> rows.add(padded(row, inputs)));
            while (rows.size() < units) {
                rows.add(Vector.zeros(inputs));
            }
            layers.add(new Layer(new Matrix(rows), layer.bias().map(bias -> padded(bias, units)), layer.activation()));
        }
        return new Network(layers);
    }

    private static Vector padded(Vector vector, int size) {
        return new Vector(Stream.concat(vector.entries().stream(), Stream.generate(NOUGHT)).limit(size).toList());
    }

    /** With one unit for each pair in the hidden layers. */
    private static Architecture halved(Architecture architecture) {
        List<Integer> pairs = new ArrayList<>(architecture.widths());
        IntStream.range(1, architecture.depth()).forEach(l -> pairs.set(l, (pairs.get(l) + 1) / 2));
        return architecture.withWidths(pairs);
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

    private static Optional<String> unless(boolean suits, String why) {
        return suits ? Optional.empty() : Optional.of(why);
    }
}
