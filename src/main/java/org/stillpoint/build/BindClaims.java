package org.stillpoint.build;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.claims.BindingException;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.Build;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltCatalogueFormat;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.PackedCatalogue;
import org.stillpoint.claims.UnboundCatalogue;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.OutputFile;
import org.stillpoint.report.ClaimsText;
import org.stillpoint.report.ProofTable;
import org.stillpoint.report.ProofsText;
import org.stillpoint.report.Site;

/**
 * The step of the build that binds the claims to the evidence that ran, and reports them, or packs them as not established if no
 * tests ran.
 */
public final class BindClaims {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final int SWITCHES = 5;

    private BindClaims() {
    }

    /**
     * Runs the step.
     *
     * @param args {@code bind}, {@code list} if the tests were skipped, whatever evidence there is, or {@code skip} if one group
     *     of them ran; the project's directory, the directory of this build's evidence, the build's time stamp and the project's
     *     version; then the switches that leave out tests, each with its value, as in {@code test=SomeTest}, or as Maven leaves
     *     one that was not given: <code>test=${test}</code>
     * @throws IllegalStateException if the claims are to be bound and one is not established by this build, or not all tests ran
     *     in it and passed
     * @throws IllegalArgumentException if the first argument is another
     */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[1]);
        Path evidence = Path.of(args[2]);
        Files.deleteIfExists(packed(project));
        LocalDateTime begun = LocalDateTime.parse(args[3], STAMP);
        String date = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(begun) + "Z";
        Build build = new Build(args[4], date, CheckedOutCommit.of(project));
        try {
            switch (args[0]) {
                case "bind" -> {
                    requireThatAllRan(new TestRun(project, begun.toInstant(ZoneOffset.UTC)), evidence,
                            List.of(args).subList(SWITCHES, args.length));
                    bind(project, evidence, build);
                }
                case "list" -> pack(project, UnboundCatalogue.of(build, catalogue(project)));
                case "skip" -> skip(project, evidence);
                default -> throw new IllegalArgumentException(args[0] + ": expected bind, list or skip");
            }
        } catch (BindingException e) {
            e.problems().forEach(problem -> System.err.println("stillpoint: " + problem));
            throw new IllegalStateException("claims without their evidence, " + e.problems().size() + " lines above");
        } catch (FormatException e) {
            throw new IllegalStateException("stillpoint: " + e.getMessage());
        }
    }

    private static void requireThatAllRan(TestRun run, Path evidence, List<String> switches) throws IOException {
        List<String> problems = new ArrayList<>();
        switches.stream().filter(BindClaims::isGiven)
                .forEach(given -> problems.add("-D" + given + " leaves out tests, expected all of them"));
        if (run.begun().isBefore(Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime())
                .truncatedTo(ChronoUnit.SECONDS))) {
            problems.add("the build began " + run.begun() + ", before its virtual machine, expected the time of this build");
        }
        problems.addAll(run.problems());
        problems.addAll(run.old(evidence));
        run.withoutLab().ifPresent(problems::add);
        if (!problems.isEmpty()) {
            throw new BindingException(problems);
        }
    }

    private static boolean isGiven(String option) {
        String name = option.substring(0, option.indexOf('='));
        String value = option.substring(option.indexOf('=') + 1);
        return !value.isEmpty() && !value.equals("${" + name + "}");
    }

    private static void bind(Path project, Path evidence, Build build) throws IOException {
        BoundCatalogue bound = BoundCatalogue.bind(build, catalogue(project), EvidenceLog.readAll(evidence));
        Site site = Site.of(bound, witnesses(bound, project.resolve("proofs/witnesses")),
                Files.readString(project.resolve("specs/README.md")));
        Path report = project.resolve("target/report");
        site.write(report);
        pack(project, bound);
        System.out.println();
        System.out.println(ClaimsText.table(bound.claims()));
        System.out.println(bound.claims().size() + " claims are established by this build: " + report.resolve("index.html"));
    }

    private static void skip(Path project, Path evidence) throws IOException {
        ProofTable table = new ProofTable(catalogue(project).claims(), EvidenceLog.merged(EvidenceLog.readAll(evidence)));
        if (!table.proofs().isEmpty()) {
            System.out.println(ProofsText.render(table));
        }
        System.out.println("One group of tests ran: the claims are not bound, and there is no report.");
    }

    private static void pack(Path project, BuiltCatalogue catalogue) throws IOException {
        Files.createDirectories(packed(project).getParent());
        OutputFile.write(packed(project).toString(), Json.write(BuiltCatalogueFormat.write(catalogue)));
    }

    private static Path packed(Path project) {
        return project.resolve("target/classes").resolve(PackedCatalogue.CATALOGUE);
    }

    private static Catalogue catalogue(Path project) throws IOException {
        return Catalogue.load(project.resolve("specs/claims"));
    }

    private static Map<String, String> witnesses(BoundCatalogue catalogue, Path directory) throws IOException {
        Map<String, String> witnesses = new TreeMap<>();
        for (EvidenceRecord witness : EvidenceLog.ofKind(catalogue.evidence(), Kind.WITNESS)) {
            Path file = directory.resolve(witness.name() + ".counterexample.json");
            if (!Files.isRegularFile(file)) {
                throw new FormatException(file + ": no such file, expected the witness that ran");
            }
            witnesses.put(witness.name(), Files.readString(file));
        }
        return witnesses;
    }
}
