package org.stillpoint.proof.saved;

import de.uka.ilkd.key.proof.Proof;
import de.uka.ilkd.key.proof.io.OutputStreamProofSaver;
import de.uka.ilkd.key.util.KeYConstants;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.ProofBasis;
import org.stillpoint.claims.ProofFigures;
import org.stillpoint.proof.prover.SourceMethods.SourceMethod;
import org.stillpoint.proof.prover.Specification;
import org.stillpoint.proof.prover.Theorems;

/**
 * The proof of one contract as a file that KeY loads and replays, with a page about it in a folder of its own. The page holds a
 * digest of all that the proof was read from, so that a proof of something else cannot pass for this one.
 */
public final class SavedProof {

    /** The system property that makes proofs of this run replace saved ones: {@code true} for all, or {@link #MISSING}. */
    private static final String REWRITE = "stillpoint.reprove";
    /** Only those that are not there, or were read from something else, are replaced. */
    private static final String MISSING = "missing";

    private static final Path PROOFS = Path.of("proofs");
    private static final Pattern DIGEST = Pattern.compile("^\\| read from \\| `(\\w+)` \\|$", Pattern.MULTILINE);
    private static final Pattern NODES = Pattern.compile("^\\| size \\| (\\d+) nodes", Pattern.MULTILINE);
    /** Where something is read from, and several files behind one {@code \include}. */
    private static final Pattern PLACES =
            Pattern.compile("(?m)^(\\\\(?:classpath|javaSource|include) )(\"[^\"]+\"(?:,\\s*\"[^\"]+\")*);\\R*");
    private static final Pattern PLACE = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern OF_ONE_RUN = Pattern.compile("\\(keyLog .*\\)\\R|\\(autoModeTime .*\\)\\R");

    private final String contract;
    private final Path folder;

    private SavedProof(String contract) {
        this.contract = contract;
        folder = PROOFS.resolve(Theorems.ofThisBuild().contains(contract) ? "theorems" : "kernel").resolve(contract);
    }

    public static SavedProof of(String contract) {
        return new SavedProof(contract);
    }

    public Path file() {
        return folder.resolve(contract + ".proof.gz").toAbsolutePath();
    }

    private Path page() {
        return folder.resolve("README.md");
    }

    /** Whether a saved proof is to be found again and replaced in this run, if it is, or is not, of the present source. */
    public static boolean isRewritten(boolean ofPresentSource) {
        return Boolean.getBoolean(REWRITE) || !ofPresentSource && MISSING.equals(System.getProperty(REWRITE));
    }

    /** The digest of what the saved proof was read from, empty if there is no saved proof. */
    Optional<String> digest() {
        return onPage(DIGEST);
    }

    boolean isOf(String other) {
        return contract.equals(other);
    }

    /** Whether there is a saved proof, and it was read from what a proof is read from now. */
    public boolean isOfPresentSource() {
        return digest().equals(Optional.of(presentDigest()));
    }

    /** The number of nodes of the saved proof, empty if there is none of the present source. */
    public Optional<Integer> nodes() {
        return isOfPresentSource() ? onPage(NODES).map(Integer::valueOf) : Optional.empty();
    }

    private Optional<String> onPage(Pattern pattern) {
        if (!Files.isRegularFile(file()) || !Files.isRegularFile(page())) {
            return Optional.empty();
        }
        Matcher found = pattern.matcher(Specification.read(page()));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** The digest of what a proof of the contract is read from now. */
    String presentDigest() {
        return Digest.of(Specification.ofThisBuild().inputsOf(contract));
    }

    /** Replaces the saved proof. */
    public void write(Proof proof) {
        try {
            Files.createDirectories(folder);
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file()))) {
                out.write(text(proof).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** KeY drops the rules of the problem's own file; the head of that file takes the place of what KeY wrote. */
    private String text(Proof proof) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new OutputStreamProofSaver(proof).save(out);
        String written = OF_ONE_RUN.matcher(PLACES.matcher(out.toString(StandardCharsets.UTF_8)).replaceAll(""))
                .replaceAll("");
        int obligation = written.indexOf("\\proofObligation");
        if (obligation < 0) {
            throw new IllegalStateException("KeY wrote no obligation for " + contract);
        }
        return written.substring(0, obligation) + head() + "\n\n" + written.substring(obligation);
    }

    /** The head of the problem, with its places as they are seen from the saved proof. */
    private String head() {
        Path problem = Specification.ofThisBuild().problemFor(contract);
        String text = Specification.read(problem);
        return PLACES.matcher(text.substring(0, text.indexOf("\\problem")))
                .replaceAll(places -> Matcher.quoteReplacement(places.group(1) + fromHere(problem, places.group(2))
                        + ";\n")).strip();
    }

    private String fromHere(Path problem, String places) {
        return PLACE.matcher(places).replaceAll(place -> Matcher.quoteReplacement('"' + file().getParent()
                .relativize(problem.resolveSibling(place.group(1)).normalize()).toString().replace('\\', '/') + '"'));
    }

    /** Replaces the page about the proof by one with what became of it in this build. */
    void describe(EvidenceRecord record, ProofBasis basis) {
        Theorems theorems = Theorems.ofThisBuild();
        ProofFigures figures = (ProofFigures) record.figures();
        StringBuilder page = new StringBuilder("# " + contract + "\n\n" + statement(theorems.method(contract))
                + "\n| | |\n|---|---|\n");
        if (theorems.contains(contract)) {
            row(page, "claims", String.join(", ", theorems.claims(contract)));
            ProofFigures.OfTheorem theorem = figures.theorem().orElseThrow();
            row(page, "for all", theorem.dimensions());
            row(page, "mutants stopped / tried", theorem.mutantsStopped() + " / " + theorem.mutantsTried());
        } else {
            row(page, "theorems that rest on it", String.join(", ", theorems.fallenWith(contract)));
        }
        row(page, "axioms of arithmetic, also through what it uses", String.join(", ", basis.axioms(contract)));
        row(page, "lemmas it uses", String.join(", ", figures.lemmas()));
        row(page, "contracts it uses", String.join(", ", figures.contracts()));
        row(page, "size", figures.nodes() + " nodes, " + figures.branches() + " branches");
        row(page, "time to find it", record.seconds() + " s");
        row(page, "prover", "KeY " + KeYConstants.VERSION);
        row(page, "read from", "`" + presentDigest() + "`");
        page.append("\nReplay it with `mvn verify -Preplay`, or open [the proof](").append(contract)
                .append(".proof.gz) in KeY. Find it again with `mvn verify -Preprove`,\nwhich writes this page.\n");
        try {
            Files.writeString(page(), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(StringBuilder page, String name, String value) {
        page.append("| ").append(name).append(" | ").append(value.isEmpty() ? "none" : value).append(" |\n");
    }

    /** The method's Javadoc and contract, as they stand before it. */
    private static String statement(SourceMethod method) {
        String before = Specification.read(method.file()).substring(0, method.start());
        String block = before.substring(before.lastIndexOf("\n\n") + 2).stripIndent().strip();
        return block.isEmpty() ? "It inherits its contract.\n" : "```java\n" + block + "\n```\n";
    }
}
