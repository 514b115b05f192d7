package org.stillpoint.proof.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.stillpoint.proof.mutant.MutantRecord.Outcome;
import org.stillpoint.proof.prover.Attempt;
import org.stillpoint.proof.prover.Budget;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.Specification;
import org.stillpoint.proof.prover.Theorems;
import org.stillpoint.proof.saved.SavedProof;

/**
 * Tries every mutant of some classes of the kernel. A proof about one method uses the contracts of the others and never their
 * bodies, so one copy of the kernel may hold a mistake in each of several methods.
 */
final class EveryMutant {

    private static final Duration LIMIT = Duration.ofSeconds(300);

    private final List<Mutation> mutations;
    private final Map<String, Integer> unchanged = new TreeMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Predicate<String> types;

    EveryMutant(Predicate<String> types) {
        this.types = types;
        mutations = Mutations.compiling(Mutations.in(MutantRecord.classes().entrySet().stream()
                .filter(type -> types.test(type.getKey())).map(Map.Entry::getValue).toList()));
    }

    /** How far to search for a proof that must not be found: twice as far as the proof without the mistake is. */
    static Budget budget(int unchanged) {
        return new Budget(2 * unchanged + 1_000, LIMIT);
    }

    /** The contracts without a mistake first, then copies of the kernel that have no two mistakes in one method. */
    Stream<DynamicContainer> tests() {
        List<List<Mutation>> generations = generations();
        return Stream.concat(
                Stream.of(DynamicContainer.dynamicContainer("without a mistake", Theorems.ofThisBuild().methods().stream()
                        .map(method -> method.contract())
                        .filter(contract -> !Theorems.ofThisBuild().contains(contract)
                                && types.test(contract.substring(0, contract.indexOf('.'))))
                        .map(contract -> DynamicTest.dynamicTest(contract, () -> proveUnchanged(contract))))),
                IntStream.range(0, generations.size()).mapToObj(i ->
                        DynamicContainer.dynamicContainer("copy " + (i + 1), attempts(generations.get(i), i + 1))));
    }

    /** A saved proof of the present source shows the same. */
    private void proveUnchanged(String contract) {
        Optional<Integer> saved = SavedProof.of(contract).nodes();
        if (saved.isPresent()) {
            unchanged.put(contract, saved.get());
            return;
        }
        Attempt attempt = Prover.of(Specification.ofThisBuild().problemFor(contract)).prove(contract, Budget.PROOF);
        unchanged.put(contract, attempt.nodes());
        assertThat(attempt.closed()).as("%s closes", contract).isTrue();
    }

    private Stream<DynamicTest> attempts(List<Mutation> generation, int number) {
        Specification copy = copyWith(generation, "mutants-" + generation.get(0).contract() + "-" + number);
        Provers provers = new Provers(copy);
        return generation.stream().map(mutation -> DynamicTest.dynamicTest(mutation.toString(), () -> {
            Budget budget = budget(unchanged.get(mutation.contract()));
            Attempt attempt = provers.of(mutation.contract()).prove(mutation.contract(), budget);
            Outcome outcome = Outcome.of(mutation, attempt, budget);
            outcomes.add(outcome);
            assertThat(attempt.closed() && !outcome.isEquivalent())
                    .as("%s closes with the mistake: %s", mutation.contract(), mutation).isFalse();
        })).onClose(provers::close);
    }

    /** A copy of what the prover reads, with mistakes in different methods. */
    static Specification copyWith(List<Mutation> mutations, String name) {
        return Specification.ofThisBuild().copy(name, (file, text) -> {
            String changed = text;
            for (Mutation mutation : mutations.stream().filter(mutation -> mutation.file().endsWith(file))
                    .sorted(Comparator.comparing(Mutation::start).reversed()).toList()) {
                changed = mutation.apply(changed);
            }
            return changed;
        });
    }

    private List<List<Mutation>> generations() {
        List<List<Mutation>> generations = new ArrayList<>();
        Map<String, Integer> seen = new TreeMap<>();
        for (Mutation mutation : mutations) {
            int generation = seen.merge(mutation.contract(), 1, Integer::sum) - 1;
            if (generation == generations.size()) {
                generations.add(new ArrayList<>());
            }
            generations.get(generation).add(mutation);
        }
        return generations;
    }

    /** Keeps what became of the mutants. */
    void write() {
        MutantRecord.classes().forEach((type, source) -> {
            if (types.test(type)) {
                new MutantRecord(MutantRecord.digest(source),
                        unchanged.entrySet().stream().filter(contract -> contract.getKey().startsWith(type + "."))
                                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum, TreeMap::new)),
                        outcomes.stream().filter(outcome -> outcome.contract().startsWith(type + "."))
                                .sorted(Comparator.comparing(Outcome::line)).toList())
                        .write(type);
            }
        });
    }
}
