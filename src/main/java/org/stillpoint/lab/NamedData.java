package org.stillpoint.lab;

import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Named;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;
import org.stillpoint.generation.Generator;
import org.stillpoint.generation.Request;

/** Data that the lab knows by name. */
enum NamedData implements Named {

    /** Labels from a teacher in the shape of the network, as many of the one as of the other if the samples are even. */
    QUESTION("question") {
        @Override
        DataSet data(Network network, int samples, long seed) {
            boolean hasBias = network.layers().stream().allMatch(layer -> layer.bias().isPresent());
            return Generator.generate(new Request(network.widths(), samples, seed, samples % 2 == 0, hasBias)).data();
        }
    },

    /** Two inputs of 0 and 1; the label is 1 if they differ, else -1. */
    XOR("xor") {
        @Override
        DataSet data(Network network, int samples, long seed) {
            return corners("-1", "1", "1", "-1");
        }
    },

    /** Two inputs of 0 and 1; the label is 1 if both are 1, else -1. */
    AND("and") {
        @Override
        DataSet data(Network network, int samples, long seed) {
            return corners("-1", "-1", "-1", "1");
        }
    },

    /** Two samples, one of each label. */
    TWO("two") {
        @Override
        DataSet data(Network network, int samples, long seed) {
            return new DataSet(List.of(Vector.of("1", "2"), Vector.of("-1", "1")), List.of(Vector.of("1"), Vector.of("-1")));
        }
    };

    private final String id;

    NamedData(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    /**
     * The samples.
     *
     * @param samples how many, and {@code seed} from where, if they are drawn; without effect on the others
     */
    abstract DataSet data(Network network, int samples, long seed);

    static NamedData fromId(String id) {
        return Named.find("data", List.of(values()), id);
    }

    private static DataSet corners(String... labels) {
        return new DataSet(List.of(Vector.of("0", "0"), Vector.of("0", "1"), Vector.of("1", "0"), Vector.of("1", "1")),
                Stream.of(labels).map(Vector::of).toList());
    }
}
