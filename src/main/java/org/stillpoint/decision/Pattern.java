package org.stillpoint.decision;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.generation.Start;

/** How the parameters of a network with one hidden layer start. */
public enum Pattern {

    ALL_ZERO("all zero", "ZERO-2", Start.ZEROS) {
        @Override
        String claim(HiddenUnit unit) {
            return unit.zeroAtZero() ? super.claim(unit) : "ACT-2";
        }

        @Override
        Stream<Network> networks(Activation activation, boolean biases) {
            return Stream.of(network(activation, biases, ints(0, 0), ints(0, 0), ints(0, 0)));
        }
    },
    FIRST_LAYER_ZERO("first layer zero, the other not", "SYM-10", Start.ZERO_FIRST) {
        @Override
        String claim(HiddenUnit unit) {
            return unit.activation() != Activation.RELU ? super.claim(unit) : unit.flatAtZero() ? "PART-2" : "PART-3";
        }

        @Override
        Stream<Network> networks(Activation activation, boolean biases) {
            return SECOND_LAYERS.stream().map(outgoing -> network(activation, biases, ints(0, 0), ints(0, 0), outgoing));
        }
    },
    LAST_LAYER_ZERO("last layer zero, the other not", "PART-1", Start.ZERO_LAST) {
        @Override
        Stream<Network> networks(Activation activation, boolean biases) {
            return DIFFERENT.stream().map(incoming -> network(activation, biases, incoming, ints(0, 0), ints(0, 0)));
        }
    },
    HIDDEN_BIASES_ONLY("weights zero, different positive hidden biases", "PART-6", Start.BIASES) {
        @Override
        boolean has(boolean biases) {
            return biases;
        }

        @Override
        Stream<Network> networks(Activation activation, boolean biases) {
            return Stream.of(network(activation, biases, ints(0, 0), ints(1, 2), ints(0, 0)));
        }
    },
    EQUAL("all equal, not zero", "SYM-6", Start.EQUAL) {
        @Override
        Stream<Network> networks(Activation activation, boolean biases) {
            return IntStream.of(1, -1).mapToObj(c -> network(activation, biases, ints(c, c), ints(c, c), ints(c, c)));
        }
    },
    TWINS("two units equal, a third not", "SYM-2", Start.TWINS) {
        @Override
        Stream<Network> networks(Activation activation, boolean biases) {
            return IntStream.of(2, -1).mapToObj(c -> network(activation, biases, ints(1, 1, c), ints(0, 0, 0), ints(1, 1, c)));
        }
    },
    DISTINCT("all units different", "SYM-5", Start.RANDOM) {
        @Override
        Stream<Network> networks(Activation activation, boolean biases) {
            return DIFFERENT.stream().flatMap(incoming -> SECOND_LAYERS.stream()
                    .map(outgoing -> network(activation, biases, incoming, ints(0, 0), outgoing)));
        }
    },
    ZERO_UNIT("one unit zero, all others different", "UNIT-0", Start.ZERO_UNIT) {
        @Override
        Stream<Network> networks(Activation activation, boolean biases) {
            return DIFFERENT.stream().map(Pattern::andZero)
                    .map(weights -> network(activation, biases, weights, ints(0, 0, 0), weights));
        }
    },
    IDENTITY("identity, two units beyond the inputs zero", "WIDTH-1", Start.IDENTITY) {
        @Override
        String claim(HiddenUnit unit) {
            return unit.zeroAtZero() ? super.claim(unit) : "SYM-2";
        }

        @Override
        Stream<Network> networks(Activation activation, boolean biases) {
            return Stream.of(network(activation, biases, ints(1, 0, 0), ints(0, 0, 0), ints(1, 0, 0)));
        }
    };

    private static final List<List<BigFraction>> DIFFERENT = List.of(ints(1, 2), ints(1, -1), ints(-1, -2));
    private static final List<List<BigFraction>> SECOND_LAYERS = List.of(ints(1, 2), ints(1, -1), ints(-1, -2));

    private final String words;
    private final String claim;
    private final Start start;

    Pattern(String words, String claim, Start start) {
        this.words = words;
        this.claim = claim;
        this.start = start;
    }

    /** A few words for it. */
    public String words() {
        return words;
    }

    /** The claim that is first to read about it, for these hidden units. */
    String claim(HiddenUnit unit) {
        return claim;
    }

    /** What makes such a network of any shape. */
    public Start start() {
        return start;
    }

    /** Whether there is such a start with biases, or without. */
    boolean has(boolean biases) {
        return true;
    }

    /** The starts that are tried: one input, two or three hidden units, one output; without hidden biases, or with them. */
    abstract Stream<Network> networks(Activation activation, boolean biases);

    private static Network network(Activation activation, boolean biases, List<BigFraction> incoming,
                                   List<BigFraction> hiddenBias, List<BigFraction> outgoing) {
        return Network.of(
                new Layer(new Matrix(incoming.stream().map(Vector::of).toList()),
                        biases ? Optional.of(new Vector(hiddenBias)) : Optional.empty(), activation),
                new Layer(Matrix.of(new Vector(outgoing)), biases ? Optional.of(Vector.zeros(1)) : Optional.empty(),
                        Activation.IDENTITY));
    }

    private static List<BigFraction> andZero(List<BigFraction> values) {
        return Stream.concat(values.stream(), Stream.of(BigFraction.ZERO)).toList();
    }

    private static List<BigFraction> ints(int... values) {
        return IntStream.of(values).mapToObj(BigFraction::new).toList();
    }
}
