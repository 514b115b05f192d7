package org.stillpoint.proof.saved;

import de.uka.ilkd.key.util.KeYConstants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stillpoint.proof.prover.Specification;

/** Tells whether what the prover reads is still what it was. */
public final class Digest {

    private static final Pattern DOCUMENTATION = Pattern.compile("(?s)/\\*\\*.*?\\*/");
    /** The file of the theory that declares functions and predicates for everybody, and says nothing of them. */
    private static final String SYMBOLS = "symbols.key";
    private static final Pattern COMMENT = Pattern.compile("//.*");
    private static final Pattern DECLARATION = Pattern.compile("(?:[\\w.]+ )?(\\w+)(?:\\([^)]*\\))?;\\s*");
    private static final Pattern WORD = Pattern.compile("\\w+");

    private Digest() {
    }

    /**
     * A digest of the version of KeY and of files: Java without its Javadoc, of the declared symbols those that another of the
     * files names, anything else to the character. A symbol that is declared and nowhere named is in no proof, so that a new
     * theorem with words of its own leaves the proofs of others as they are.
     */
    public static String of(List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(KeYConstants.VERSION.getBytes(StandardCharsets.UTF_8));
            Set<String> named = new HashSet<>();
            files.stream().filter(file -> !file.endsWith(SYMBOLS))
                    .forEach(file -> WORD.matcher(read(file)).results().map(MatchResult::group).forEach(named::add));
            for (Path file : files) {
                String text = file.endsWith(SYMBOLS) ? declared(read(file), named) : read(file);
                digest.update((file.toString().replace('\\', '/') + "\n" + text).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        String text = Specification.read(file);
        return file.toString().endsWith(".java") ? DOCUMENTATION.matcher(text).replaceAll("") : text;
    }

    /** What declares a name of these, in one line, with all else of the file but comments. */
    private static String declared(String text, Set<String> named) {
        String kept = DECLARATION.matcher(COMMENT.matcher(text).replaceAll(""))
                .replaceAll(symbol -> named.contains(symbol.group(1)) ? Matcher.quoteReplacement(symbol.group()) : "");
        return kept.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining(" "));
    }
}
