package org.stillpoint.properties.graph;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.domain.Activation;
import org.stillpoint.graph.architecture.Architecture;
import org.stillpoint.graph.architecture.Branches;
import org.stillpoint.graph.architecture.Examination;
import org.stillpoint.graph.architecture.Start;
import org.stillpoint.properties.Claim;

/** Residual branches, scales, low-rank pairs and gates: a certificate of what is stuck, a run of what moves. */
@StatisticsReport(onFailureOnly = true)
class BranchProperties {

    private static final int STEPS = 3;
    private static final int TRIES = 300;

    @Claim(value = "RES-1", of = "the last layer zero")
    @Property(tries = TRIES)
    void aZeroLastLayerMovesFirstAndThoseBelowItNext(@ForAll("drawn") Drawn drawn) {
        Examination seen = moving(Branches.residual(drawn.positive(), drawn.sizes(), Start.withZero("W2")));

        assertThat(seen.moved()).isEqualTo(Map.of("W2", 1, "W1", 2));
    }

    @Claim(value = "RES-1", of = "two zero factors")
    @Property(tries = TRIES)
    void aBranchWithTwoZeroFactorsNeverMoves(@ForAll("drawn") Drawn drawn) {
        Examination seen = confirmed(Branches.residual(drawn.numbers(), drawn.sizes(), Start.withZero("W1", "W2")));

        assertThat(seen.zero()).containsExactlyInAnyOrder("W1", "W2");
    }

    @Claim(value = "RES-2", of = "the scale zero")
    @Property(tries = TRIES)
    void aZeroScaleMovesFirstAndTheBranchNext(@ForAll("drawn") Drawn drawn, @ForAll boolean ofFeatures) {
        Start start = Start.withZero("a");
        Examination seen = moving(ofFeatures ? Branches.scaledByFeature(drawn.positive(), drawn.sizes(), start)
                : Branches.scaled(drawn.positive(), drawn.sizes(), start));

        assertThat(seen.moved()).isEqualTo(Map.of("a", 1, "W1", 2, "W2", 2));
    }

    @Claim(value = "RES-2", of = "a zero factor inside")
    @Property(tries = TRIES)
    void aZeroScaleOfABranchThatEndsInZerosNeverMoves(@ForAll("drawn") Drawn drawn, @ForAll boolean ofFeatures) {
        Start start = Start.withZero("a", "W2");
        Examination seen = confirmed(ofFeatures ? Branches.scaledByFeature(drawn.numbers(), drawn.sizes(), start)
                : Branches.scaled(drawn.numbers(), drawn.sizes(), start));

        assertThat(seen.zero()).contains("a", "W2");
        assertThat(seen.unchanged()).containsExactlyInAnyOrder("a", "W1", "W2");
    }

    @Claim(value = "LORA-1", of = "both zero")
    @Property(tries = TRIES)
    void bothFactorsOfALowRankPairStayZeroBesideAFrozenWeight(@ForAll("drawn") Drawn drawn) {
        Examination seen = confirmed(Branches.lowRank(drawn.numbers(), drawn.sizes(), Start.withZero("A", "B")));

        assertThat(seen.zero()).containsExactlyInAnyOrder("A", "B");
    }

    @Claim(value = "LORA-1", of = "one zero")
    @Property(tries = TRIES)
    void withOneFactorZeroItMovesFirstAndTheOtherOneNext(@ForAll("drawn") Drawn drawn, @ForAll boolean first) {
        Examination seen = moving(Branches.lowRank(drawn.positive(), drawn.sizes(), Start.withZero(first ? "A" : "B")));

        assertThat(seen.moved()).isEqualTo(first ? Map.of("A", 1, "B", 2) : Map.of("B", 1, "A", 2));
    }

    @Claim(value = "GATE-1", of = "one half at zero")
    @Property(tries = TRIES)
    void aGateThatIsOneHalfAtZeroMovesAtOnce(@ForAll("drawn") Drawn drawn, @ForAll boolean logistic) {
        Architecture gate = Branches.gated(drawn.positive(), drawn.sizes(), Start.withZero("U"),
                logistic ? Activation.SIGMOID : Activation.RATIONAL_SIGMOID, BigFraction.ZERO);

        assertThat(Examination.of(gate, 1).moved()).isEqualTo(Map.of("U", 1, "V", 1));
    }

    @Claim(value = "GATE-1", of = "ReLU")
    @Property(tries = TRIES)
    void aGateOfReluWithZeroWeightsNeverOpens(@ForAll("drawn") Drawn drawn) {
        Examination seen = confirmed(Branches.gated(drawn.numbers(), drawn.sizes(), Start.withZero("U"), Activation.RELU,
                BigFraction.ZERO));

        assertThat(seen.zero()).contains("U");
        assertThat(seen.unchanged()).containsExactlyInAnyOrder("U", "V");
    }

    @Claim(value = "GATE-1", of = "two layers of zeros")
    @Property(tries = TRIES)
    void aGateOfTwoZeroLayersNeverMoves(@ForAll("drawn") Drawn drawn, @ForAll boolean open) {
        Examination seen = confirmed(Branches.gatedTwice(drawn.numbers(), drawn.sizes(), Start.withZero("U1", "U2"),
                open ? Activation.RATIONAL_SIGMOID : Activation.SOFTSIGN));
        Coverage.require("a gate that lets something through", seen.moved().containsKey("V"));

        assertThat(seen.zero()).contains("U1", "U2");
    }

    /** Nothing was found, and nothing can be: everything moves. */
    private static Examination moving(Architecture architecture) {
        Examination seen = Examination.of(architecture, STEPS);
        assertThat(seen.never()).isEmpty();
        return seen;
    }

    private static Examination confirmed(Architecture architecture) {
        Examination seen = Examination.of(architecture, STEPS);
        assertThat(seen.confirmed()).isTrue();
        return seen;
    }

    @Provide
    Arbitrary<Drawn> drawn() {
        return Drawn.any();
    }
}
