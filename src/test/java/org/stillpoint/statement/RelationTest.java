package org.stillpoint.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelationTest {

    private static final List<BigFraction> NUMBERS = List.of(BigFraction.MINUS_ONE, BigFraction.ZERO, BigFraction.ONE_HALF);

    @ParameterizedTest
    @EnumSource(Relation.class)
    void ofARelationAndItsOppositesOneHoldsBetweenTwoNumbers(Relation relation) {
        List<Relation> all = Stream.concat(Stream.of(relation), relation.opposites().stream()).toList();

        assertThat(NUMBERS).allSatisfy(left -> assertThat(NUMBERS).allSatisfy(right ->
                assertThat(all.stream().filter(each -> each.holds(left, right))).hasSize(1)));
    }
}
