package org.stillpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.format.Json;
import org.stillpoint.format.JsonCursor;
import org.stillpoint.format.Source;

/** The jar that the build packed, run as a user runs it. */
class PackedJarIT {

    private static final Path JAR = Path.of(System.getProperty("stillpoint.jar"));
    private static final long MOST_BYTES = 10_500_000;

    @TempDir
    Path directory;

    @Test
    void itIsSmallAndHoldsNothingOfTheProver() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .contains("org/stillpoint/cli/Main.class", "org/stillpoint/search/claim.schema.json",
                            "org/stillpoint/lint/report/lint.schema.json")
                    .noneMatch(name -> name.startsWith("de/uka") || name.startsWith("org/key_project") || name.contains("jqwik"));
            assertThat(Files.size(JAR)).isLessThan(MOST_BYTES);
        }
    }

    @Test
    void itNamesItsVersion() throws Exception {
        assertThat(run("--version").out()).matches("stillpoint [0-9]+[.][0-9]+[.][0-9]+\\R");
    }

    @Test
    void itCarriesTheEvidenceOfItsBuild() throws Exception {
        Ran ran = run("claims", "--format", "json");

        List<JsonCursor> claims = Json.read(new Source("claims", ran.out())).elements();
        assertThat(ran.exit()).isZero();
        assertThat(claims).extracting(claim -> claim.field("id").string()).startsWith("Q-A", "Q-B", "Q-C", "Q-D");
        assertThat(claims).allMatch(claim -> claim.field("established").node().booleanValue());
        assertThat(claims).allSatisfy(claim -> assertThat(claim.field("evidence").elements())
                .allMatch(evidence -> evidence.field("passed").node().booleanValue()));
    }

    @Test
    void itShowsOneClaimInEveryFormat() throws Exception {
        for (String format : List.of("text", "json", "bibtex", "latex", "markdown")) {
            Ran ran = run("claims", "Q-B", "--format", format);

            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).contains("Q-B").doesNotContain("Q-A");
        }
    }

    @Test
    void anUnknownClaimIsRefusedInOneLine() throws Exception {
        Ran ran = run("claims", "ZERO-99");

        assertThat(ran).isEqualTo(new Ran(2, "", ran.err()));
        assertThat(ran.err()).startsWith("stillpoint: ZERO-99: no such claim, expected one of Q-A, Q-B").hasLineCount(1);
    }

    @Test
    void itWritesTheHandoutOfAClaimInEveryFormatAndRefusesAnUnknownOneInOneLine() throws Exception {
        for (String format : List.of("latex", "markdown", "html")) {
            Ran ran = run("handout", "Q-B", "--format", format);

            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).contains("SGD does not change the weights at all", "Solution");
        }
        Ran unknown = run("handout", "ZERO-99");
        assertThat(unknown).isEqualTo(new Ran(2, "", unknown.err()));
        assertThat(unknown.err()).startsWith("stillpoint: ZERO-99: no such claim, expected one of Q-A, Q-B").hasLineCount(1);
    }

    @Test
    void itFindsClaimsByTheWordsInWhichPeopleAsk() throws Exception {
        Ran text = run("claims", "--find", "accuracy stuck at 50 percent");
        Ran json = run("claims", "--find", "accuracy stuck at 50 percent", "--format", "json");

        assertThat(text.exit()).isZero();
        assertThat(text.out()).startsWith("ZERO-5  ").contains("    Why is my accuracy stuck at exactly 50 percent?\n");
        assertThat(Json.read(new Source("claims", json.out())).elements().get(0).field("id").string()).isEqualTo("ZERO-5");
    }

    @Test
    void itSaysThatNoClaimSpeaksOfThat() throws Exception {
        assertThat(run("claims", "--find", "marmalade")).isEqualTo(new Ran(1, "no claim speaks of that\n", ""));
    }

    @Test
    void wordsBesideAnIdentifierAreRefusedInOneLine() throws Exception {
        assertThat(run("claims", "Q-B", "--find", "zero"))
                .isEqualTo(new Ran(2, "", "stillpoint: Q-B with --find, expected one of the two\n"));
        assertThat(run("claims", "--find", " ").err()).startsWith("stillpoint: --find without a word, expected").hasLineCount(1);
    }

    @Test
    void anUnknownFormatIsRefusedInOneLine() throws Exception {
        Ran ran = run("claims", "--format", "pdf");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).startsWith("stillpoint: ").contains("expected text, json, bibtex, latex or markdown")
                .hasLineCount(1);
    }

    @Test
    void itWritesTheReport() throws Exception {
        Ran ran = run("report", "--out", directory.resolve("site").toString());

        assertThat(ran.exit()).isZero();
        assertThat(directory.resolve("site/index.html")).content().contains("claims/Q-B.html");
        assertThat(directory.resolve("site/claims/Q-3.html")).content().contains("<svg");
    }

    @Test
    void itGeneratesTrainsAndReplays() throws Exception {
        Path data = directory.resolve("data.json");
        Path network = directory.resolve("zeros.json");
        Files.writeString(network, """
                {"layers": [{"weights": [["0", "0"]], "bias": ["0"], "activation": "relu"},
                            {"weights": [["0"]], "bias": ["0"], "activation": "identity"}]}
                """);

        assertThat(run("generate", "--shape", "2,1,1", "--samples", "4", "--seed", "42", "--balanced", "--out", data.toString())
                .exit()).isZero();
        Ran trained = run("train", "--network", network.toString(), "--data", data.toString(), "--json");
        Ran replayed = run("replay", "proofs/witnesses/Q-3.counterexample.json");

        assertThat(trained.exit()).isZero();
        assertThat(Json.read(new Source("trained", trained.out())).field("network").field("layers").elements().get(0)
                .field("weights").matrix().get(0, 0).isZero()).isTrue();
        assertThat(replayed.exit()).isZero();
    }

    private static Ran run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("stillpoint", ".out");
        Path err = Files.createTempFile("stillpoint", ".err");
        try {
            int exit = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start().waitFor();
            return new Ran(exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private record Ran(int exit, String out, String err) {
    }
}
