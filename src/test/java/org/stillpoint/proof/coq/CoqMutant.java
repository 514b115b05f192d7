package org.stillpoint.proof.coq;

import java.util.List;
import java.util.stream.Stream;

/**
 * A mistake in a file of Coq, from {@code mutants.txt}.
 *
 * @param text what is there once
 * @param replacement what is put there
 */
record CoqMutant(String name, String file, String text, String replacement) {

    static List<CoqMutant> all() {
        return Stream.of(CoqFiles.read("mutants.txt").split("\n\n")).skip(1).map(CoqMutant::parse).toList();
    }

    private static CoqMutant parse(String entry) {
        String[] lines = entry.strip().split("\n");
        return new CoqMutant(lines[0], lines[1], lines[2].substring(2), lines[3].substring(2));
    }

    /** The file with the mistake. */
    String source() {
        String source = CoqFiles.read(file);
        if (source.indexOf(text) < 0 || source.indexOf(text) != source.lastIndexOf(text)) {
            throw new IllegalStateException("\"" + text + "\" does not stand once in " + file);
        }
        return source.replace(text, replacement);
    }
}
