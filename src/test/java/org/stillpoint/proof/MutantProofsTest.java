package org.stillpoint.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of a method with a mistake in it is not proved. A proof about one method
 * uses the contracts of the others and never their bodies, so one copy of the kernel may hold a mistake in each of several methods.
 */
@Tag("proof")
class MutantProofsTest {

    /** More than any of these proofs takes without the mistake, which {@link KernelProofsTest} and {@link TrainingProofsTest} show to close. */
    private static final Budget BUDGET = new Budget(20_000, Duration.ofSeconds(25));

    @TestFactory
    Stream<DynamicTest> noMutantIsProved() {
        return generations().stream().flatMap(MutantProofsTest::attempts);
    }

    private static Stream<DynamicTest> attempts(List<Mutant> mutants) {
        Specification specification = Specification.ofThisBuild().copy("mutants-" + mutants.get(0).name(), (file, text) -> {
            String mutated = text;
            for (Mutant mutant : mutants) {
                mutated = mutant.apply(file, mutated);
            }
            return mutated;
        });
        Prover prover = Prover.load(specification.problem());
        return mutants.stream().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> {
            assertThat(prover.contracts()).contains(mutant.contract());
            assertThat(prover.prove(mutant.contract(), BUDGET).closed()).as("%s closes with the mistake", mutant.contract()).isFalse();
        }));
    }

    /** The mutants in as few groups as have no two of the same method. */
    private static List<List<Mutant>> generations() {
        List<List<Mutant>> generations = new ArrayList<>();
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (Mutant mutant : Mutant.all()) {
            int generation = seen.merge(mutant.contract(), 1, Integer::sum) - 1;
            if (generation == generations.size()) {
                generations.add(new ArrayList<>());
            }
            generations.get(generation).add(mutant);
        }
        return generations;
    }
}
