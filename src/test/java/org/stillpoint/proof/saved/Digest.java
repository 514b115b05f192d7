package org.stillpoint.proof.saved;

import de.uka.ilkd.key.util.KeYConstants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.stillpoint.proof.prover.Specification;

/** Tells whether what the prover reads is still what it was. */
public final class Digest {

    private static final Pattern DOCUMENTATION = Pattern.compile("(?s)/\\*\\*.*?\\*/");

    private Digest() {
    }

    /** A digest of the version of KeY and of files: Java without its Javadoc, anything else to the character. */
    public static String of(List<Path> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(KeYConstants.VERSION.getBytes(StandardCharsets.UTF_8));
            for (Path file : files) {
                String text = Specification.read(file);
                String read = file.toString().endsWith(".java") ? DOCUMENTATION.matcher(text).replaceAll("") : text;
                digest.update((file.toString().replace('\\', '/') + "\n" + read).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
