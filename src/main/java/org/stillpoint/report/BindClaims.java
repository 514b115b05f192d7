package org.stillpoint.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.claims.BindingException;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BoundCatalogueFormat;
import org.stillpoint.claims.Build;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.PackedCatalogue;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Json;
import org.stillpoint.format.OutputFile;

/** The step of the build that binds the claims to the evidence that ran, and reports them. */
public final class BindClaims {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private BindClaims() {
    }

    /**
     * Runs the step.
     *
     * @param args {@code bind} or {@code skip}, the project's directory, the directory of this build's evidence, the
     *     build's time stamp and the project's version
     * @throws IllegalStateException if a claim is not established by this build
     */
    public static void main(String[] args) throws IOException {
        Path project = Path.of(args[1]);
        Path packed = project.resolve("target/classes").resolve(PackedCatalogue.CATALOGUE);
        Files.deleteIfExists(packed);
        if (args[0].equals("skip")) {
            ProofTable table = new ProofTable(catalogue(project).claims(), EvidenceLog.merged(EvidenceLog.readAll(Path.of(args[2]))));
            if (!table.proofs().isEmpty()) {
                System.out.println(ProofsText.render(table));
            }
            System.out.println("One group of tests ran: the claims are not bound, and there is no report.");
            return;
        }
        String date = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(LocalDateTime.parse(args[3], STAMP)) + "Z";
        Build build = new Build(args[4], date, CheckedOutCommit.of(project));
        try {
            run(project, Path.of(args[2]), build, packed);
        } catch (BindingException e) {
            e.problems().forEach(problem -> System.err.println("stillpoint: " + problem));
            throw new IllegalStateException("claims without their evidence, " + e.problems().size() + " lines above");
        } catch (FormatException e) {
            throw new IllegalStateException("stillpoint: " + e.getMessage());
        }
    }

    private static void run(Path project, Path evidence, Build build, Path packed) throws IOException {
        BoundCatalogue bound = BoundCatalogue.bind(build, catalogue(project), EvidenceLog.readAll(evidence));
        Site site = Site.of(bound, witnesses(bound, project.resolve("proofs/witnesses")),
                Files.readString(project.resolve("specs/README.md")));
        Path report = project.resolve("target/report");
        site.write(report);
        Files.createDirectories(packed.getParent());
        OutputFile.write(packed.toString(), Json.write(BoundCatalogueFormat.write(bound)));
        System.out.println();
        System.out.println(ClaimsText.table(bound.claims()));
        System.out.println(bound.claims().size() + " claims are established by this build: " + report.resolve("index.html"));
    }

    private static Catalogue catalogue(Path project) throws IOException {
        return Catalogue.load(project.resolve("specs/claims"));
    }

    private static Map<String, String> witnesses(BoundCatalogue catalogue, Path directory) throws IOException {
        Map<String, String> witnesses = new TreeMap<>();
        for (EvidenceRecord witness : Wording.ofKind(catalogue.evidence(), Kind.WITNESS)) {
            Path file = directory.resolve(witness.name() + ".counterexample.json");
            if (!Files.isRegularFile(file)) {
                throw new FormatException(file + ": no such file, expected the witness that ran");
            }
            witnesses.put(witness.name(), Files.readString(file));
        }
        return witnesses;
    }
}
