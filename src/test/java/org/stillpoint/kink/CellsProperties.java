package org.stillpoint.kink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.StatisticsReport;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.arbitraries.Coverage;
import org.stillpoint.arbitraries.KinkPoint;
import org.stillpoint.kink.Form.Linear;

@StatisticsReport(onFailureOnly = true)
class CellsProperties {

    private static final int GRID = 4;

    /** Two ways to see whether the right derivative is linear: the one reads it from its form, the other goes through cells. */
    @Property(tries = 600)
    void theCellsAgreeWithTheFormWhereThereIsOne(@ForAll("points") KinkPoint point) {
        OneSided loss = OneSided.of(point.network(), point.data(), point.loss());
        Optional<Form> form = loss.form();
        Coverage.require("bends", form.filter(each -> !each.isLinear()).isPresent());
        Coverage.require("no form", form.isEmpty());

        Cells.Search search = Cells.against(loss, form.map(Form::linear).orElse(Linear.ZERO));

        if (search.found().isPresent()) {
            List<BigFraction> direction = search.found().get();
            assertThat(loss.along(direction)).isEqualTo(point.rightDerivative(direction))
                    .isNotEqualTo(form.map(each -> each.linear().at(direction)).orElse(BigFraction.ZERO));
        }
        form.ifPresent(each -> assertThat(search.complete() && search.found().isEmpty()).isEqualTo(each.isLinear()));
    }

    /** Three parameters, up to five functions with factors from -2 to 2, and all directions with entries from -4 to 4. */
    @Property(tries = 1_000)
    void aConeIsEmptyOrHasADirectionInside(@ForAll("functions") List<Linear> functions) {
        Optional<Linear> inside = Cone.inside(functions);
        Coverage.require("empty", inside.isEmpty());
        Coverage.require("not empty", inside.isPresent());

        if (inside.isPresent()) {
            List<BigFraction> direction = IntStream.range(0, 3)
                    .mapToObj(i -> inside.get().factors().getOrDefault(i, BigFraction.ZERO)).toList();
            assertThat(functions).allMatch(function -> function.at(direction).signum() > 0);
        } else {
            assertThat(grid()).noneMatch(direction -> functions.stream().allMatch(f -> f.at(direction).signum() > 0));
        }
    }

    private static Stream<List<BigFraction>> grid() {
        int side = 2 * GRID + 1;
        return IntStream.range(0, side * side * side).mapToObj(n -> Stream.of(n % side, n / side % side, n / side / side)
                .map(entry -> new BigFraction(entry - GRID)).toList());
    }

    @Provide
    Arbitrary<KinkPoint> points() {
        return Arbitraries.oneOf(KinkPoint.any(), KinkPoint.any().map(KinkPoint::withZeroFirstLayer));
    }

    @Provide
    Arbitrary<List<Linear>> functions() {
        return Arbitraries.integers().between(-2, 2).list().ofSize(3).filter(each -> each.stream().anyMatch(n -> n != 0))
                .map(CellsProperties::function).list().ofMinSize(1).ofMaxSize(5);
    }

    private static Linear function(List<Integer> factors) {
        return Linear.sum(IntStream.range(0, factors.size()).filter(i -> factors.get(i) != 0)
                .mapToObj(i -> new Linear(new TreeMap<>(Map.of(i, new BigFraction(factors.get(i)))))).toList());
    }
}
