package org.stillpoint.witness;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;

/** The SHA-256 of what a file gives, written without spaces. */
final class Fingerprint {

    private Fingerprint() {
    }

    static String of(JsonNode givens) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(givens.toString().getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
