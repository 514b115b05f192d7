package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.Examples;
import org.stillpoint.teaching.Handout;
import org.stillpoint.teaching.Sheet;
import org.stillpoint.teaching.Topic;

/**
 * Everything that is written as LaTeX compiles. Where no {@code pdflatex} is installed, that is said and not tested
 * ({@code apt-get install -y --no-install-recommends texlive-latex-base texlive-latex-recommended}).
 */
class LatexIT {

    private static final int SHEETS = 20;
    private static final String DOCUMENT = """
            \\documentclass{article}
            \\usepackage[utf8]{inputenc}
            \\usepackage{amsmath,amssymb}
            \\begin{document}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void requireLatex() throws IOException, InterruptedException {
        try {
            run("pdflatex", "--version");
        } catch (IOException e) {
            String missing = "no pdflatex here: whether the LaTeX of handouts, sheets and claims compiles is not tested";
            System.out.println(missing);
            Assumptions.abort(missing);
        }
    }

    @Test
    void everyHandoutCompiles() throws IOException, InterruptedException {
        BoundCatalogue catalogue = catalogue();
        Map<String, String> witnesses = witnesses(catalogue);
        Map<String, String> documents = new TreeMap<>();
        for (BuiltClaim built : catalogue.claims()) {
            Handout handout = Handouts.of(catalogue, built, witnesses, 1);
            documents.put(built.claim().id(), PaperFormat.LATEX.render(handout.title(), handout.blocks()));
        }
        assertThatTheyCompile(documents);
    }

    @Test
    void sheetsOfEveryTopicCompile() throws IOException, InterruptedException {
        Map<String, String> documents = new TreeMap<>();
        for (int seed = 0; seed < SHEETS; seed++) {
            Sheet sheet = Sheet.of(seed, Topic.values()[seed % Topic.values().length], 5);
            documents.put("sheet" + seed, PaperFormat.LATEX.render(sheet.title(), sheet.blocks(true)));
        }
        assertThatTheyCompile(documents);
    }

    @Test
    void theCatalogueCompiles() throws IOException, InterruptedException {
        BoundCatalogue catalogue = catalogue();
        assertThatItCompiles(DOCUMENT + ClaimsFormat.LATEX.render(catalogue, catalogue.claims())
                + "\\end{document}\n");
    }

    @Test
    void whatDoesNotCompileIsNoticed() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("broken.tex"), DOCUMENT + "$\\frac{1}$ \\undefinedcommand\n\\end{document}\n");

        assertThat(run("pdflatex", "-halt-on-error", "-interaction=nonstopmode", "broken.tex")).isNotZero();
    }

    /** As one document, since the start of pdflatex takes longer than a handout. */
    private void assertThatTheyCompile(Map<String, String> documents) throws IOException, InterruptedException {
        StringBuilder all = new StringBuilder();
        for (String document : documents.values()) {
            String begin = "\\begin{document}\n";
            int start = document.indexOf(begin);
            all.append(all.isEmpty() ? document.substring(0, start) + begin : "\\clearpage\n")
                    .append(document, start + begin.length(), document.indexOf("\\end{document}"));
        }
        assertThatItCompiles(all.append("\\end{document}\n").toString());
        assertThat(log().filter(line -> line.startsWith("Overfull \\hbox"))).isEmpty();
        System.out.println("compiled by pdflatex: " + documents.size() + " documents");
    }

    private void assertThatItCompiles(String document) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("all.tex"), document);

        int code = run("pdflatex", "-halt-on-error", "-interaction=nonstopmode", "all.tex");

        assertThat(log().filter(line -> line.startsWith("!"))).isEmpty();
        assertThat(code).isZero();
    }

    private Stream<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("all.log"), StandardCharsets.ISO_8859_1).stream();
    }

    private int run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " took more than 5 minutes");
        }
        return process.exitValue();
    }

    private static BoundCatalogue catalogue() throws IOException {
        return Examples.bound(Catalogue.load(Path.of("specs/claims")).claims().toArray(Claim[]::new));
    }

    private static Map<String, String> witnesses(BoundCatalogue catalogue) throws IOException {
        Map<String, String> witnesses = new TreeMap<>();
        for (EvidenceRecord witness : EvidenceLog.ofKind(catalogue.evidence(), Kind.WITNESS)) {
            witnesses.put(witness.name(), Files.readString(Path.of("proofs/witnesses", witness.name() + ".counterexample.json")));
        }
        return witnesses;
    }
}
