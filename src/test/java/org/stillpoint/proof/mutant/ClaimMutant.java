package org.stillpoint.proof.mutant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.proof.prover.Specification;

/**
 * A deliberate mistake in the engine that makes a property of a claim fail: the text after {@code -} becomes the text after
 * {@code +}, at its first place in the class.
 *
 * @param property a class of properties, a point, and one of them
 * @param type the class that is changed, with its package below {@code org.stillpoint}
 */
record ClaimMutant(String name, String property, String type, String removed, String added) {

    private static final Path DIRECTORY = Path.of("src/test/claim-mutants");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path PROPERTIES = TESTS.resolve("org/stillpoint/properties");
    private static final Path SOURCES = Path.of("src/main/java/org/stillpoint");
    private static final Pattern FORM = Pattern.compile("property: (.+)\nclass: (.+)\n- (.+)\n\\+ (.+)\n");

    static List<ClaimMutant> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.sorted().map(ClaimMutant::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClaimMutant read(Path file) {
        Matcher form = FORM.matcher(Specification.read(file));
        if (!form.matches()) {
            throw new IllegalArgumentException(file + " does not have the form of a mutant: " + FORM);
        }
        return new ClaimMutant(file.getFileName().toString().replace(".mutant", ""), form.group(1), form.group(2), form.group(3),
                form.group(4));
    }

    /** The full name of the class of the property, whichever family of claims it is filed under. */
    String properties() {
        String file = property.substring(0, property.indexOf('.')) + ".java";
        try (Stream<Path> files = Files.walk(PROPERTIES)) {
            Path source = files.filter(path -> path.endsWith(file)).findFirst()
                    .orElseThrow(() -> new IllegalStateException(name + ": no " + file));
            return TESTS.relativize(source).toString().replace(".java", "").replace('\\', '/').replace('/', '.');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the file of the class. */
    String file() {
        return type.substring(type.lastIndexOf('.') + 1) + ".java";
    }

    /** The text of the class with the mistake made. */
    String text() {
        String text = Specification.read(SOURCES.resolve(type.replace('.', '/') + ".java"));
        int place = text.indexOf(removed);
        if (place < 0) {
            throw new IllegalStateException(name + ": " + type + " does not contain " + removed);
        }
        return text.substring(0, place) + added + text.substring(place + removed.length());
    }
}
