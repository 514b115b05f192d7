package org.stillpoint.properties.symmetry;

import static org.stillpoint.claims.Shows.REFUTES;
import static org.stillpoint.properties.Reached.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.StatisticsReport;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.graph.floating.FloatingTraining;
import org.stillpoint.graph.floating.Format;
import org.stillpoint.graph.floating.PartingTwins;
import org.stillpoint.graph.floating.TwinNetworks;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.properties.Claim;
import org.stillpoint.properties.Enough;

/** What rounding does to equal units that are computed in one order, or in two. */
@StatisticsReport(onFailureOnly = true)
class FloatingSymmetryProperties {

    @Claim(value = "SYM-14", shows = REFUTES, of = "in floating point, where both are computed in one order")
    @Property(shrinking = ShrinkingMode.OFF)
    void twinsThatAreComputedInOneOrderStayEqualBitForBitInFloatingPoint(@ForAll long seed) {
        Random random = new Random(seed);
        TwinNetworks networks = new TwinNetworks(random.nextBoolean() ? List.of(1 + random.nextInt(4), 2 + random.nextInt(3))
                : List.of(1 + random.nextInt(4), 2 + random.nextInt(3), 1 + random.nextInt(3)), false);
        TrainingProgram program = networks.program(random, random.nextBoolean() ? Optimisers.momentum() : Optimisers.descent());
        Format format = Format.values()[random.nextInt(2)];
        FloatingTraining training = FloatingTraining.of(program, format);
        List<Object[]> states = training.states(20, TwinNetworks.feed(program, format, seed,
                random.nextInt(4) == 0 ? 1e20 : 0.1));
        List<List<Integer>> twins = networks.twins().stream().map(names -> names.stream().map(program::slot).toList()).toList();
        Coverage.require("twins that move", twins.stream().anyMatch(slots -> !states.get(20)[slots.get(0)].equals(
                states.get(0)[slots.get(0)])));
        Coverage.require("numbers that overflow", Stream.of(states.get(20))
                .anyMatch(x -> !Double.isFinite(((Number) x).doubleValue())));
        Stream.of(Format.values()).forEach(each -> Coverage.require(each.name(), each == format));

        assertThat(networks.twins()).allMatch(training::certifies);
        assertThat(twins.stream().map(slots -> FloatingTraining.parting(states, slots))).containsOnly(0);
    }

    @Claim(value = "SYM-14", of = "in floating point, where sums differ by their order")
    @Example
    @Enough(tries = 1, because = "a search through all small cases")
    void theSmallestTwinsThatPartAddThreeTermsInTwoOrdersAndPartInTheFirstStep() {
        assertThat(PartingTwins.smallest(Format.DOUBLE, 2)).isEmpty();
        assertThat(PartingTwins.smallest(Format.DOUBLE, 3).map(twins -> List.of(twins.tenths(), twins.areEqualInFractions(),
                PartingTwins.step(Format.DOUBLE, twins.tenths(), false).areEqual())))
                .contains(List.of(List.of(1, 1, 4), true, true));
    }
}
