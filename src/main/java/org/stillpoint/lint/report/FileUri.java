package org.stillpoint.lint.report;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Paths as references of RFC 3986, relative where the path is. */
final class FileUri {

    private static final String PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";

    private FileUri() {
    }

    /** All but letters, digits and a few marks as the bytes of UTF-8. */
    static String of(String path) {
        String slashes = path.replace(File.separatorChar, '/');
        StringBuilder uri = new StringBuilder(slashes.startsWith("/") ? "file://" : "");
        for (byte each : slashes.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf((char) (each & 0xFF)) >= 0) {
                uri.append((char) each);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", each & 0xFF));
            }
        }
        return uri.toString();
    }
}
