package org.stillpoint.properties.graph;

import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.graph.architecture.Architecture;
import org.stillpoint.graph.architecture.Convolutions;
import org.stillpoint.graph.architecture.Examination;
import org.stillpoint.graph.architecture.Start;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.properties.Claim;

/** Filters, channels and branches of convolutions: a certificate of what is stuck or equal, a run of what moves or parts. */
@StatisticsReport(onFailureOnly = true)
class ConvolutionProperties {

    private static final int STEPS = 3;
    private static final int TRIES = 250;
    private static final Differentiable WITHOUT_ROOT = Forward.batchNormalisationWithoutRoot(BigFraction.ONE);
    private static final Differentiable WITH_ROOT = Forward.batchNormalisation(BigFraction.ONE);

    @Claim(value = "CONV-1", of = "equal readers")
    @Property(tries = TRIES)
    void equalFiltersWithEqualReadersStayEqual(@ForAll("drawn") Drawn drawn, @ForAll boolean normalised) {
        Start start = Start.equalBut();
        Examination seen = Examination.of(normalised
                ? Convolutions.normalisedTwinFilters(drawn.numbers(), drawn.sizes(), start, WITHOUT_ROOT)
                : Convolutions.twinFilters(drawn.numbers(), drawn.sizes(), start), 2);
        Coverage.require("filters that move", seen.moved().containsKey("K1"));

        assertThat(seen.confirmed()).isTrue();
        assertThat(Stream.of("K", normalised ? "gamma" : "b", "v")).allMatch(name -> seen.areEqual(name + "1", name + "2"));
    }

    @Claim(value = "CONV-1", of = "other readers")
    @Property(tries = TRIES)
    void equalFiltersWithOtherReadersPart(@ForAll("drawn") Drawn drawn) {
        Architecture twins = Convolutions.twinFilters(drawn.positive(), drawn.sizes(), Start.equalBut("v2"));
        Coverage.require("several samples", drawn.sizes().samples() > 1);

        assertThat(twins.program().start().get(twins.program().slot("K1")))
                .isEqualTo(twins.program().start().get(twins.program().slot("K2")));
        assertThat(after(twins, "K1")).isNotEqualTo(after(twins, "K2"));
    }

    private static Object after(Architecture architecture, String parameter) {
        return architecture.program().steps(1, architecture.feed()).get(0).next(parameter);
    }

    @Claim(value = "CONV-2", of = "the last one zero")
    @Property(tries = TRIES)
    void aBranchWhoseLastConvolutionIsZeroMoves(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(Convolutions.branch(drawn.positive(), drawn.sizes(), Start.withZero("Z2")), STEPS);

        assertThat(seen.moved()).isEqualTo(Map.of("Z2", 1, "Z1", 2));
    }

    @Claim(value = "CONV-2", of = "both zero")
    @Property(tries = TRIES)
    void aBranchWithConvolutionsOfZerosAtBothEndsNeverMoves(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(Convolutions.branch(drawn.numbers(), drawn.sizes(), Start.withZero("Z1", "Z2")), STEPS);

        assertThat(seen.confirmed()).isTrue();
        assertThat(seen.zero()).containsExactlyInAnyOrder("Z1", "Z2");
    }

    @Claim(value = "CONV-2", of = "something added between")
    @Property(tries = TRIES)
    void withSomethingAddedBetweenThemTheLastConvolutionMoves(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(
                Convolutions.branchWithSomethingAdded(drawn.positive(), drawn.sizes(), Start.withZero("Z1", "Z2")), STEPS);

        assertThat(seen.moved()).isEqualTo(Map.of("Z2", 1, "Z1", 2));
    }

    @Claim(value = "CONV-2", of = "remark")
    @Property(tries = TRIES)
    void withBiasesOnlyTheLastBiasOfSuchABranchMoves(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(
                Convolutions.branchWithBiases(drawn.numbers(), drawn.sizes(), Start.withZero("Z1", "b1", "Z2", "b2")), STEPS);
        Coverage.require("a last bias that moves", seen.moved().equals(Map.of("b2", 1)));

        assertThat(seen.confirmed()).isTrue();
        assertThat(seen.zero()).containsExactlyInAnyOrder("Z1", "b1", "Z2");
    }

    /** With the root, which is not rational in most runs, the certificate is the same. */
    @Claim(value = "NORM-1", of = "beta = 0 and ReLU'(0) = 0")
    @Property(tries = TRIES)
    void aChannelWithScaleAndShiftZeroNeverChanges(@ForAll("drawn") Drawn drawn) {
        Examination seen = Examination.of(channel(drawn, BigFraction.ZERO, BigFraction.ZERO, WITHOUT_ROOT), 2);
        Coverage.require("another channel that moves", seen.moved().containsKey("other K"));

        assertThat(seen.confirmed()).isTrue();
        assertThat(Examination.of(channel(drawn, BigFraction.ZERO, BigFraction.ZERO, WITH_ROOT), 0).unchanged())
                .isEqualTo(seen.unchanged());
        assertThat(seen.unchanged()).contains("K", "gamma", "beta", "v");
    }

    @Claim(value = "NORM-1", of = "beta = 1 or ReLU'(0) = 1/2")
    @Property(tries = TRIES)
    void withShiftOneOrSlopeOneHalfTheChannelMoves(@ForAll("drawn") Drawn drawn, @ForAll boolean shifted) {
        Examination seen = Examination.of(channel(drawn, shifted ? BigFraction.ONE : BigFraction.ZERO,
                shifted ? BigFraction.ZERO : BigFraction.ONE_HALF, WITHOUT_ROOT), 1);

        assertThat(seen.firstMove("beta")).contains(1);
        assertThat(List.copyOf(seen.unchanged())).doesNotContain("K", "gamma", "beta", "v");
    }

    private static Architecture channel(Drawn drawn, BigFraction beta, BigFraction kappa, Differentiable normalisation) {
        boolean stuck = beta.signum() == 0 && kappa.signum() == 0;
        return Convolutions.zeroScale(stuck ? drawn.numbers() : drawn.positive(), drawn.sizes(), beta, kappa, normalisation);
    }

    @Provide
    Arbitrary<Drawn> drawn() {
        return Drawn.any();
    }
}
