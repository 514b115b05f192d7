package org.stillpoint.proof.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;
import org.stillpoint.proof.prover.Attempt;
import org.stillpoint.proof.prover.Budget;
import org.stillpoint.proof.prover.Specification;
import org.stillpoint.proof.prover.Theorems;
import org.stillpoint.proof.saved.Digest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of the mutants of one class, kept in {@code proofs/mutants/}.
 *
 * @param source the digest of what the mutants were read from
 * @param unchanged the nodes of the proof of each contract without a mistake
 */
public record MutantRecord(String source, Map<String, Integer> unchanged, List<Outcome> outcomes) {

    private static final Path DIRECTORY = Path.of("proofs/mutants");

    private static final Path EQUIVALENT = Path.of("src/test/mutants/EQUIVALENT.md");

    /**
     * What became of one mutant.
     *
     * @param proved whether the contract is proved in spite of the mistake
     * @param exhausted whether the budget ended the search, and not a goal to which no rule applies
     */
    public record Outcome(String contract, String operator, int line, String removed, String added, boolean proved,
                          boolean exhausted, int nodes) {

        static Outcome of(Mutation mutation, Attempt attempt, Budget budget) {
            return new Outcome(mutation.contract(), mutation.operator(), mutation.line(), oneLine(mutation.removed()),
                    mutation.added(), attempt.closed(), !attempt.closed() && attempt.nodes() >= budget.steps(), attempt.nodes());
        }

        /** Whether the mistake is listed, with a reason, as one that changes nothing that the contract promises. */
        boolean isEquivalent() {
            return Specification.read(EQUIVALENT).contains("| " + contract + " | " + operator + " | `" + removed + "` | `" + added
                    + "` |");
        }

        boolean isOf(Mutation mutation) {
            return contract.equals(mutation.contract()) && operator.equals(mutation.operator()) && line == mutation.line()
                    && removed.equals(oneLine(mutation.removed())) && added.equals(mutation.added());
        }

        private static String oneLine(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }
    }

    /** The classes of the kernel that have something to mutate, with their sources. */
    static Map<String, Path> classes() {
        Map<String, Path> classes = new TreeMap<>();
        Theorems theorems = Theorems.ofThisBuild();
        theorems.methods().stream().filter(method -> !theorems.contains(method.contract()))
                .forEach(method -> classes.put(method.type(), method.file()));
        return classes;
    }

    /** Whether a class of the kernel is about networks: neither programs nor operations of theirs. */
    static boolean isOfNetworks(String type) {
        return !isOfPrograms(type) && !isOfNumbers(type);
    }

    /** Whether a class of the kernel is about programs of any operations. */
    static boolean isOfPrograms(String type) {
        return classes().get(type).getParent().endsWith("graph");
    }

    /** Whether a class of the kernel is an operation on numbers, or a part of one. */
    static boolean isOfNumbers(String type) {
        return classes().get(type).getParent().endsWith("graph/number");
    }

    /** The digest of a class of the kernel, of the interfaces that it may have contracts of, and of the theory and the stubs. */
    static String digest(Path source) {
        Specification specification = Specification.ofThisBuild();
        List<Path> files = new ArrayList<>(List.of(source));
        String type = source.getFileName().toString().replace("java", "");
        List<Path> stubs = specification.stubs();
        specification.inputsOf(type).stream()
                .filter(file -> file.toString().endsWith(".java") && !stubs.contains(file))
                .filter(file -> Specification.read(file).contains(" interface "))
                .forEach(files::add);
        files.addAll(stubs);
        files.addAll(specification.rulesOf(relative(specification.problemFor(type))));
        return Digest.of(files.stream().map(MutantRecord::relative).toList());
    }

    private static Path relative(Path file) {
        return file.isAbsolute() ? Path.of("").toAbsolutePath().relativize(file) : file;
    }

    /** What became of the mutants of all methods that a theorem rests on, without those that are equivalent. */
    public static List<Outcome> under(String theorem) {
        return classes().keySet().stream().map(MutantRecord::of).flatMap(Optional::stream)
                .flatMap(record -> record.outcomes().stream())
                .filter(outcome -> Theorems.ofThisBuild().restsOn(theorem).contains(outcome.contract()))
                .filter(outcome -> !outcome.isEquivalent()).toList();
    }

    static Optional<MutantRecord> of(String type) {
        Path file = file(type);
        return Files.isRegularFile(file) ? Optional.of(read(Json.read(new Source(file.toString(), Specification.read(file)))))
                : Optional.empty();
    }

    private static MutantRecord read(JsonCursor value) {
        Map<String, Integer> unchanged = new TreeMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonCursor contract : value.field("contracts").elements()) {
            String name = contract.field("contract").string();
            unchanged.put(name, contract.field("nodes").node().intValue());
            JsonCursor mutants = contract.field("mutants");
            for (JsonCursor mutant : mutants.node().isEmpty() ? List.<JsonCursor>of() : mutants.elements()) {
                outcomes.add(new Outcome(name, mutant.field("operator").string(), mutant.field("line").node().intValue(),
                        mutant.field("removed").string(), mutant.field("added").string(), !mutant.field("stopped").node()
                        .booleanValue(), mutant.field("budget").node().booleanValue(), mutant.field("nodes").node().intValue()));
            }
        }
        return new MutantRecord(value.field("source").string(), unchanged, outcomes);
    }

    void write(String type) {
        ObjectNode value = Json.object().put("source", source);
        ArrayNode contracts = value.putArray("contracts");
        unchanged.forEach((name, nodes) -> {
            ObjectNode contract = contracts.addObject().put("contract", name).put("nodes", nodes);
            ArrayNode mutants = contract.putArray("mutants");
            outcomes.stream().filter(outcome -> outcome.contract().equals(name)).forEach(outcome -> mutants.addObject()
                    .put("operator", outcome.operator()).put("line", outcome.line())
                    .put("removed", outcome.removed()).put("added", outcome.added())
                    .put("stopped", !outcome.proved()).put("budget", outcome.exhausted()).put("nodes", outcome.nodes()));
        });
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(file(type), Json.write(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String type) {
        return DIRECTORY.resolve(type + ".json");
    }
}
