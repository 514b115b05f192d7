package org.stillpoint.teaching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.claims.Catalogue;
import org.stillpoint.claims.Claim;

/** The claims of this repository with their witnesses. */
final class Catalogued {

    private static final String SUFFIX = ".counterexample.json";

    private Catalogued() {
    }

    static List<Claim> claims() {
        try {
            return Catalogue.load(Path.of("specs/claims")).claims();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of each file by the witness's name. */
    static Map<String, String> witnesses() {
        try (Stream<Path> files = Files.list(Path.of("proofs/witnesses"))) {
            return files.map(Path::getFileName).map(Path::toString).filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .collect(Collectors.toMap(Function.identity(), Catalogued::text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("proofs/witnesses", name + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
