package org.stillpoint.proof.coq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The files of Coq in this repository. */
final class CoqFiles {

    static final Path FOLDER = Path.of("proofs", "coq");
    private static final Path THEOREMS = Path.of("proofs", "theorems");
    private static final String WRITE = "stillpoint.coq.write";
    private static final Pattern NAME = Pattern.compile("^(?:Definition|Fixpoint|Record \\w+ :=|  (?=\\w+ :)) ?(\\w+)",
            Pattern.MULTILINE);

    private CoqFiles() {
    }

    /** The names that a file defines. */
    static Set<String> namesIn(String file) {
        return NAME.matcher(read(file)).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    static String read(String file) {
        return read(FOLDER.resolve(file));
    }

    /** The page of KeY's saved proof of a theorem. */
    static String readPage(String contract) {
        return read(THEOREMS.resolve(contract).resolve("README.md"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a written file holds; it is written first if {@code -Dstillpoint.coq.write=true} asks for that. */
    static String written(String file, String text) {
        if (Boolean.getBoolean(WRITE)) {
            try {
                Files.writeString(FOLDER.resolve(file), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read(file);
    }
}
