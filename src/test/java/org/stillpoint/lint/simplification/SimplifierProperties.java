package org.stillpoint.lint.simplification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stillpoint.lint.evaluation.Drawing;
import org.stillpoint.lint.evaluation.Limits;
import org.stillpoint.modelfile.network.Network;

/** What is taken away is nothing that counts, wherever it was planted, and all that was planted is found. */
class SimplifierProperties {

    private static final int RUNS = 2;

    @Property(tries = 60)
    void aModelStaysTheSameFunctionWhateverIsTakenAway(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Network network = RandomModels.of(random);
        for (int plants = random.nextInt(4); plants > 0; plants--) {
            network = planted(network, random);
        }

        Simplification simplification = Simplifier.simplify(network, Limitations.NONE, Rounding.NEVER);

        assertSame(simplification);
        assertThat(simplification.saves().parameters() > 0).isEqualTo(!simplification.removals().isEmpty());
        assertThat(Simplifier.simplify(simplification.after(), Limitations.NONE, Rounding.NEVER).removals()).as("nothing is left")
                .isEmpty();
    }

    private static Network planted(Network network, Random random) throws IOException {
        Map<Integer, Integer> families = Planting.families(network);
        if (families.isEmpty()) {
            return network;
        }
        Unit unit = Planting.draw(families, random);
        return switch (random.nextInt(3)) {
            case 0 -> Planting.unread(network, unit);
            case 1 -> Planting.constant(network, unit);
            default -> Planting.twin(network, unit, 0);
        };
    }

    /** It may be a constant by chance, which is seen first. */
    @Property(tries = 30)
    void aUnitThatNobodyReadsGoes(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Network network = RandomModels.of(random);
        Map<Integer, Integer> families = Planting.families(network);
        if (!families.isEmpty()) {
            Simplification simplification = Simplifier.simplify(Planting.unread(network, Planting.draw(families, random)),
                    Limitations.NONE, Rounding.NEVER);

            assertThat(simplification.removals()).isNotEmpty();
            assertThat(simplification.removals()).extracting(Removal::reason)
                    .containsAnyOf(Removal.Reason.UNREAD, Removal.Reason.CONSTANT);
            assertSame(simplification);
        }
    }

    /** Quarters and their sums are numbers of 32 bits. */
    @Property(tries = 30)
    void aTwinGoes(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Network network = RandomModels.of(random);
        Map<Integer, Integer> families = Planting.families(network);
        if (!families.isEmpty()) {
            Simplification simplification = Simplifier.simplify(Planting.twin(network, Planting.draw(families, random), 0),
                    Limitations.NONE, Rounding.NEVER);

            assertThat(simplification.removals()).isNotEmpty();
            assertSame(simplification);
        }
    }

    @Property(tries = 30)
    void aConstantGoesOrItIsSaidWhyNot(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Network network = RandomModels.of(random);
        Map<Integer, Integer> families = Planting.families(network);
        if (!families.isEmpty()) {
            Simplification simplification = Simplifier.simplify(Planting.constant(network, Planting.draw(families, random)),
                    Limitations.NONE, Rounding.NEVER);

            assertSame(simplification);
        }
    }

    private static void assertSame(Simplification simplification) throws IOException {
        assertThat(Agreement.of(simplification.before(), simplification.after(), List.of(), RUNS, 1, Limits.USUAL,
                Drawing.BY_INPUTS).isExact()).as("%s", List.of(simplification.removals(), simplification.before())).isTrue();
    }
}
