package org.stillpoint.proof.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.proof.mutant.MutantRecord.Outcome;
import org.stillpoint.proof.prover.Prover;

/**
 * The contract of a method with a mistake in it is not proved: one mutant of each operator, the one that was stopped soonest when
 * all of them were tried. {@code mvn verify -Pmutants} tries all.
 */
@Tag("proof")
class MutantProofsTest {

    @TestFactory
    Stream<DynamicTest> noMutantIsProved() {
        Map<String, Integer> unchanged = new HashMap<>();
        List<Mutation> mutants = selection(unchanged);
        Provers provers = new Provers(EveryMutant.copyWith(mutants, "mutants"));
        return mutants.stream().map(mutant -> DynamicTest.dynamicTest(mutant.toString(), () -> {
            Prover prover = provers.of(mutant.contract());
            assertThat(prover.contracts()).contains(mutant.contract());
            assertThat(prover.prove(mutant.contract(), EveryMutant.budget(unchanged.get(mutant.contract()))).closed())
                    .as("%s closes with the mistake", mutant.contract()).isFalse();
        })).onClose(provers::close);
    }

    /** No two are of the same method, so that one copy of the kernel holds all. */
    private static List<Mutation> selection(Map<String, Integer> unchanged) {
        List<Outcome> outcomes = new ArrayList<>();
        MutantRecord.classes().keySet().stream().map(MutantRecord::of).flatMap(Optional::stream).forEach(record -> {
            unchanged.putAll(record.unchanged());
            record.outcomes().stream().filter(outcome -> !outcome.isEquivalent()).forEach(outcomes::add);
        });
        outcomes.sort(Comparator.comparing(Outcome::nodes));
        List<Mutation> mutations = Mutations.in(List.copyOf(MutantRecord.classes().values()));
        Set<String> used = new HashSet<>();
        List<Mutation> selection = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            Optional<Mutation> mutation = mutations.stream().filter(outcome::isOf).findFirst();
            if (mutation.isPresent() && !used.contains(outcome.operator()) && !used.contains(outcome.contract())) {
                used.addAll(List.of(outcome.operator(), outcome.contract()));
                selection.add(mutation.get());
            }
        }
        assertThat(selection).as("mutants found again; mvn verify -Pmutants tries all").isNotEmpty();
        return selection;
    }
}
