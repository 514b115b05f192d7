package org.stillpoint.proof.saved;

import de.uka.ilkd.key.proof.Proof;
import de.uka.ilkd.key.proof.io.OutputStreamProofSaver;
import de.uka.ilkd.key.util.KeYConstants;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.stillpoint.proof.prover.Attempt;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.Specification;

/**
 * The proofs of the lemmas of one file of rules: the steps of each as KeY writes them, all in one compressed text, with a page
 * about them in a folder of their own. The page holds a digest of all that the proofs were read from.
 */
public final class SavedLemmas {

    /** Where all are kept. */
    static final Path ALL = Path.of("proofs", "lemmas");

    private static final Path SPECS = Path.of("specs");

    private static final Pattern DIGEST = Pattern.compile("^\\| read from \\| `(\\w+)` \\|$", Pattern.MULTILINE);
    private static final Pattern PROOF = Pattern.compile("^proof of (.+)\n((?s:.*?))(?=^proof of |\\z)", Pattern.MULTILINE);

    private final Path file;

    private SavedLemmas(Path file) {
        this.file = file;
    }

    public static SavedLemmas of(Path file) {
        return new SavedLemmas(file);
    }

    /**
     * {@code proofs/lemmas/theory/theorems/ZeroInitializationLemmas} for
     * {@code specs/theory/theorems/ZeroInitializationLemmas.key}.
     */
    Path folder() {
        return ALL.resolve(SPECS.toAbsolutePath().relativize(file).resolveSibling(name()));
    }

    private String name() {
        return file.getFileName().toString().replace(".key", "");
    }

    /** The digest of what the saved proofs were read from, empty if there are none. */
    Optional<String> digest() {
        if (!Files.isRegularFile(proofs()) || !Files.isRegularFile(page())) {
            return Optional.empty();
        }
        Matcher digest = DIGEST.matcher(Specification.read(page()));
        return digest.find() ? Optional.of(digest.group(1)) : Optional.empty();
    }

    /** The digest of what proofs of these lemmas are read from now. */
    String presentDigest() {
        return Digest.of(Specification.ofThisBuild().inputsOfLemmas(file));
    }

    /** Whether there are saved proofs, and they were read from what a proof is read from now. */
    public boolean areOfPresentRules() {
        return digest().equals(Optional.of(presentDigest()));
    }

    /**
     * The saved steps of each obligation by its name, in the order of the lemmas; none unless they were read from what a proof is
     * read from now.
     */
    public Map<String, String> steps() {
        if (!areOfPresentRules()) {
            return Map.of();
        }
        Map<String, String> steps = new LinkedHashMap<>();
        for (Matcher proof = PROOF.matcher(text()); proof.find(); ) {
            steps.put(proof.group(1), proof.group(2));
        }
        return steps;
    }

    private String text() {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(proofs()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(proofs() + " cannot be read as saved proofs; " + Prover.REMEDY, e);
        }
    }

    /** The steps of a finished proof, as KeY reads them again. */
    public static String steps(Proof proof) {
        try {
            StringBuilder steps = new StringBuilder();
            new OutputStreamProofSaver(proof).node2Proof(proof.root(), steps);
            return steps.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the saved proofs by others, each with what became of it, and the page about them. */
    public void write(Map<String, String> steps, Map<String, Attempt> attempts) {
        StringBuilder text = new StringBuilder();
        steps.forEach((obligation, proof) -> text.append("proof of ").append(obligation).append('\n').append(proof));
        try {
            Files.createDirectories(folder());
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(proofs()))) {
                out.write(text.toString().getBytes(StandardCharsets.UTF_8));
            }
            Files.writeString(page(), page(attempts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(Map<String, Attempt> attempts) {
        StringBuilder page = new StringBuilder("# Lemmas of " + file.getFileName() + "\n\n| | |\n|---|---|\n")
                .append("| prover | KeY ").append(KeYConstants.VERSION).append(" |\n| read from | `").append(presentDigest())
                .append("` |\n\n")
                .append("Every build applies the steps in [").append(proofs().getFileName()).append("](")
                .append(proofs().getFileName())
                .append(") again. `mvn verify -Preprove` finds them from nothing and writes this page.\n\n")
                .append("| to prove | nodes | branches | axioms | lemmas |\n|---|---:|---:|---|---|\n");
        attempts.forEach((obligation, attempt) -> page.append("| ")
                .append(String.join(" | ", obligation, String.valueOf(attempt.nodes()),
                String.valueOf(attempt.branches()), String.join(", ", attempt.axioms()), String.join(", ", attempt.lemmas())))
                .append(" |\n"));
        return page.toString();
    }

    private Path proofs() {
        return folder().resolve(name() + ".proofs.gz");
    }

    private Path page() {
        return folder().resolve("README.md");
    }
}
