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
 * A deliberate mistake in one method of the kernel: the text after {@code -} becomes the text after {@code +}, at its first place
 * in the method.
 *
 * @param contract the contract that the mistake breaks, which names the method too
 * @param property the property of the kernel that the mistake breaks
 */
record Mutant(String name, String contract, String property, String removed, String added) {

    private static final Path DIRECTORY = Path.of("src/test/mutants");
    private static final Pattern FORM = Pattern.compile("contract: (.+)\nproperty: (.+)\n- (.+)\n\\+ (.+)\n");

    static List<Mutant> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".mutant")).sorted().map(Mutant::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mutant read(Path file) {
        Matcher form = FORM.matcher(Specification.read(file));
        if (!form.matches()) {
            throw new IllegalArgumentException(file + " does not have the form of a mutant: " + FORM);
        }
        return new Mutant(file.getFileName().toString().replace(".mutant", ""),
                form.group(1), form.group(2), form.group(3), form.group(4));
    }

    /** The text of a file of the kernel with the mistake made, or as it is if the method is not in that file. */
    String apply(String file, String text) {
        String type = contract.substring(0, contract.indexOf('.'));
        if (!file.equals(type + ".java")) {
            return text;
        }
        Matcher declaration = Pattern.compile("public [^;{]*\\b" + contract.substring(type.length() + 1) + "\\(").matcher(text);
        int place = declaration.find() ? text.indexOf(removed, declaration.end()) : -1;
        if (place < 0) {
            throw new IllegalStateException(name + ": " + contract + " does not contain " + removed);
        }
        return text.substring(0, place) + added + text.substring(place + removed.length());
    }
}
