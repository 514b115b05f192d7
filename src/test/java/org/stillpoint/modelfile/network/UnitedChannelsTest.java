package org.stillpoint.modelfile.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** That channels belong together is told late, and holds for all values then, or is taken back. */
class UnitedChannelsTest {

    private final NetworkBuilder builder = new NetworkBuilder();

    @Test
    void channelsThatBelongTogetherAreEqualInAllValues() {
        Channels one = builder.channels(3);
        Channels two = builder.channels(3);
        Channels three = builder.channels(3);
        Value a = builder.input("a", one, 1);
        Value b = builder.input("b", three, 1);

        assertThat(builder.unite(one, two)).isTrue();
        assertThat(builder.unite(two, three)).isTrue();

        Network network = builder.build();
        assertThat(network.inputs()).extracting(Value::name).containsExactly(a.name(), b.name());
        assertThat(network.inputs().get(0).channels()).isEqualTo(network.inputs().get(1).channels());
    }

    @Test
    void channelsBecomeThePartsThatOthersHave() {
        Channels whole = builder.channels(5);
        Channels first = builder.channels(2);
        Channels joined = new Channels.Joined(List.of(first, builder.channels(3)));

        assertThat(builder.unite(whole, joined)).isTrue();
        assertThat(builder.resolved(whole)).isEqualTo(joined);
        assertThat(builder.unite(first, whole)).as("a part and the whole").isFalse();
    }

    @Test
    void whatCannotBelongTogetherChangesNothing() {
        Channels a = builder.channels(2);
        Channels b = builder.channels(3);
        Channels c = builder.channels(2);
        Channels d = builder.channels(3);

        assertThat(builder.unite(new Channels.Joined(List.of(a, b)), new Channels.Joined(List.of(c, builder.channels(4)))))
                .isFalse();
        assertThat(builder.unite(new Channels.Joined(List.of(a, b)),
                new Channels.Joined(List.of(c, new Channels.Flattened(d, 1, true), builder.channels(1))))).isFalse();
        assertThat(builder.resolved(a)).isEqualTo(a).isNotEqualTo(builder.resolved(c));
    }

    /** The first parts fit, then the second ones do not: the first are not together then either. */
    @Test
    void partsThatWereTogetherAlreadyAreTakenBack() {
        Channels a = builder.channels(2);
        Channels b = new Channels.Flattened(builder.channels(3), 2, true);
        Channels c = builder.channels(2);
        Channels d = new Channels.Flattened(builder.channels(2), 3, true);

        assertThat(builder.unite(new Channels.Joined(List.of(a, b)), new Channels.Joined(List.of(c, d)))).isFalse();
        assertThat(builder.resolved(a)).isNotEqualTo(builder.resolved(c));
        assertThat(builder.unite(a, c)).isTrue();
    }

    /** As of a long residual network; nothing is done as often as there are such. */
    @Test
    void manyChannelsInAChainBelongTogether() {
        Channels first = builder.channels(7);
        Channels last = first;
        for (int i = 0; i < 100_000; i++) {
            Channels next = builder.channels(7);
            assertThat(builder.unite(first, next)).isTrue();
            last = next;
        }
        assertThat(builder.resolved(first)).isEqualTo(builder.resolved(last));
    }
}
