package org.stillpoint.proof.coq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Coq proves the theorems that it is said to prove, of what it is said to assume, and notices mistakes in the functions that they
 * are about.
 */
@Tag("coq")
class CoqTest {

    private static final Path BUILD = Path.of("target", "coq").toAbsolutePath();
    private static final String INSTALL = "apt-get update && apt-get install -y --no-install-recommends coq";
    private static final Pattern SECONDS = Pattern.compile("^(\\w+): (\\d+) ms$", Pattern.MULTILINE);
    private static final Pattern PROVED = Pattern.compile("^Theorem (\\w+)", Pattern.MULTILINE);
    private static final Pattern ASSUMING = Pattern.compile("\\b(Admitted|admit|Axioms?|Parameters?|Conjecture|Hypotheses)\\b");
    private static final Pattern PREMISE = Pattern.compile("Statements\\.(axiom\\w+) ->");
    private static final String OF_ANY_KEY = "forall \\w+ : \\S*Key, ";
    private static final String PREMISES = "(Statements\\.axiom\\w+ -> )*";
    private static final String CLOSED = "Closed under the global context";
    private static final List<String> CONTEXT = List.of("Axioms", "Constants/Inductives relying on type-in-type",
            "Constants/Inductives relying on unsafe (co)fixpoints", "Inductives whose positivity is assumed");
    /** The files that look at each function, in the order in which they are compiled. */
    private static final Map<String, List<String>> LOOKED_AT_BY = Map.of("Model.v", List.of("Model.v", "Bridge.v"),
            "KeyModel.v", List.of("KeyModel.v", "Tactic.v", "Words.v", "Rules.v"));

    private static final Map<String, Long> milliseconds = new TreeMap<>();
    private static final Map<String, String> modules = new TreeMap<>();
    private static String context;

    @BeforeAll
    static void compile() throws IOException {
        assertThat(Coq.isInstalled()).as("coqc is not here; this installs it: " + INSTALL).isTrue();
        Coq.Run build = Coq.run(Path.of("").toAbsolutePath(),
                List.of("bash", CoqFiles.FOLDER.resolve("build.sh").toString(), BUILD.toString()));
        assertThat(build.code()).as(build.output()).isZero();
        context = build.output();
        SECONDS.matcher(context).results().forEach(time -> milliseconds.put(time.group(1), Long.valueOf(time.group(2))));
        for (String file : files()) {
            PROVED.matcher(CoqFiles.read(file)).results()
                    .forEach(theorem -> modules.merge(theorem.group(1), module(file), (one, other) -> one + " and " + other));
        }
    }

    @AfterAll
    static void printTable() {
        if (milliseconds.isEmpty()) {
            return;
        }
        CoqTheorem.all().forEach(theorem -> System.out.printf("Coq  %-9s %-48s %5.1f s  assumes %s%n%75s uses %s%n",
                String.join(", ", theorem.onKeysPage("claims")), theorem.contract(), seconds(theorem), text(theorem.axioms()),
                "KeY", text(keysAxioms(theorem))));
    }

    private static String text(Set<String> axioms) {
        return axioms.isEmpty() ? "none" : axioms.stream().map(axiom -> axiom.replaceFirst("^axiom", ""))
                .collect(Collectors.joining(" "));
    }

    /** What the files take that its statements are proved in. */
    private static double seconds(CoqTheorem theorem) {
        return theorem.premises().keySet().stream().map(modules::get).distinct().mapToLong(milliseconds::get).sum() / 1000.0;
    }

    private static SortedSet<String> keysAxioms(CoqTheorem theorem) {
        return theorem.onKeysPage("axioms of arithmetic, also through what it uses").stream()
                .filter(name -> name.startsWith("axiom")).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(CoqFiles.FOLDER)) {
            return files.map(file -> file.getFileName().toString()).filter(file -> file.endsWith(".v")).sorted().toList();
        }
    }

    private static String module(String file) {
        return file.replace(".v", "");
    }

    @Test
    void everyFileIsCompiled() throws IOException {
        assertThat(milliseconds.keySet()).containsExactlyInAnyOrderElementsOf(files().stream().map(CoqTest::module).toList());
    }

    @TestFactory
    Stream<DynamicTest> noFileAssumesWhatItShouldProve() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file,
                        () -> assertThat(CoqFiles.read(file)).doesNotContainPattern(ASSUMING)));
    }

    @Test
    void theCheckerFindsNoAxiom() {
        assertThat(CONTEXT).allSatisfy(kind -> assertThat(context).contains("* " + kind + ": <none>"));
    }

    @TestFactory
    Stream<DynamicTest> everyTheoremIsProvedFromThePremisesThatAreListed() {
        Map<String, String> shown = shown(CoqTheorem.all().stream().flatMap(theorem -> theorem.premises().keySet().stream())
                .collect(Collectors.toSet()));
        return CoqTheorem.all().stream().flatMap(theorem -> theorem.premises().entrySet().stream().map(premises ->
                DynamicTest.dynamicTest(theorem.contract() + " by " + premises.getKey(), () -> {
                    String statement = shown.get(premises.getKey());
                    assertThat(PREMISE.matcher(statement).results().map(premise -> premise.group(1)))
                            .containsExactlyInAnyOrderElementsOf(premises.getValue());
                    if (theorem.lemmas().contains(premises.getKey())) {
                        assertThat(statement).matches(".* : " + OF_ANY_KEY + PREMISES + "Statements\\." + premises.getKey() + " "
                                + CLOSED);
                    }
                    assertThat(statement).endsWith(CLOSED);
                })));
    }

    @TestFactory
    Stream<DynamicTest> coqAssumesNothingThatKeyDoesNotUse() {
        return CoqTheorem.all().stream().map(theorem -> DynamicTest.dynamicTest(theorem.contract(), () ->
                assertThat(keysAxioms(theorem)).containsAll(theorem.axioms())));
    }

    @TestFactory
    Stream<DynamicTest> everyAxiomOfTheTheoryHoldsOfRationalNumbers() {
        Set<String> axioms = CoqFiles.namesIn("Statements.v").stream().filter(name -> name.startsWith("axiom"))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, String> shown = shown(axioms);
        return axioms.stream().map(axiom -> DynamicTest.dynamicTest(axiom, () -> {
            assertThat(modules.get(axiom)).isEqualTo("Rationals");
            assertThat(shown.get(axiom)).doesNotContain("-> Statements.").endsWith("Statements." + axiom + " " + CLOSED);
        }));
    }

    @TestFactory
    Stream<DynamicTest> everyMistakeIsNoticed() {
        return CoqMutant.all().stream().map(mutant -> DynamicTest.dynamicTest(mutant.name(), () -> {
            Path folder = mutated(mutant);
            assertThat(LOOKED_AT_BY.get(mutant.file())).as("the files that fail").anySatisfy(file ->
                    assertThat(Coq.compile(folder, file).code()).isNotZero());
        }));
    }

    /** A folder with what was compiled, and the file with the mistake. */
    private static Path mutated(CoqMutant mutant) throws IOException {
        Path folder = Files.createDirectories(BUILD.resolveSibling("coq-mutants").resolve(mutant.name().replace(' ', '-')));
        try (Stream<Path> compiled = Files.list(BUILD)) {
            for (Path file : compiled.filter(file -> file.toString().matches(".*\\.vo?")).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(folder.resolve(mutant.file()), mutant.source());
        return folder;
    }

    /** What Coq shows of each name, in one line: its statement, and whether it rests on anything. */
    private static Map<String, String> shown(Set<String> names) {
        StringBuilder questions = new StringBuilder();
        names.stream().map(modules::get).distinct().forEach(module -> questions.append("From Stillpoint Require ").append(module)
                .append(".\n"));
        names.forEach(name -> questions.append("Goal True. idtac \"@@\". Abort.\nCheck @").append(modules.get(name)).append(".")
                .append(name).append(".\nPrint Assumptions ").append(modules.get(name)).append(".").append(name).append(".\n"));
        try {
            Files.writeString(BUILD.resolve("Questions.v"), questions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Coq.Run answers = Coq.compile(BUILD, "Questions.v");
        assertThat(answers.code()).as(answers.output()).isZero();
        return Stream.of(answers.output().split("@@")).skip(1).map(answer -> answer.strip().replaceAll("\\s+", " "))
                .collect(Collectors.toMap(answer -> answer.replaceFirst("^@?\\w+\\.(\\w+).*", "$1"), answer -> answer));
    }
}
