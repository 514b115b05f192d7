package org.stillpoint.proof.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.mutant.MutantRecord.Outcome;
import org.stillpoint.proof.prover.Theorems;

/** What is kept about mutants is about the present source, and stops every theorem. */
@Tag("mutant-records")
class MutantRecordsTest {

    private static final String REMEDY = "mvn verify -Pmutants tries them again";

    @TestFactory
    Stream<DynamicTest> theMutantsAreOfThisSource() {
        return MutantRecord.classes().entrySet().stream().map(type -> DynamicTest.dynamicTest(type.getKey(), () ->
                assertThat(MutantRecord.of(type.getKey()).map(MutantRecord::source))
                        .as("the mutants of %s; %s", type.getKey(), REMEDY).contains(MutantRecord.digest(type.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> everyMethodThatATheoremRestsOnHasMutantsAndNoneOfThemIsProved() {
        Theorems theorems = Theorems.ofThisBuild();
        return theorems.methods().stream().map(method -> method.contract()).filter(theorems::contains)
                .filter(theorem -> !theorems.restsOn(theorem).isEmpty())
                .map(theorem -> DynamicTest.dynamicTest(theorem, () -> {
                    List<Outcome> tried = MutantRecord.under(theorem);
                    List<Outcome> proved = tried.stream().filter(Outcome::proved).toList();
                    assertThat(tried).as("mutants of the methods that %s runs; %s", theorem, REMEDY).isNotEmpty();
                    assertThat(proved).as("mutants that are proved").isEmpty();
                }));
    }
}
