package org.stillpoint.proof.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.proof.prover.Specification;

/**
 * A rule that is false, in a file of the specification: the text after {@code -} becomes the text after {@code +} at its first
 * place in the file.
 *
 * @param file the name of the file
 * @param rule the name of the rule as KeY has it
 */
record FalseRule(String name, String file, String rule, String removed, String added) {

    private static final Path DIRECTORY = Path.of("src/test/false-rules");
    private static final Pattern FORM = Pattern.compile("file: (.+)\nrule: (.+)\n- (.+)\n\\+ (.+)\n");
    /** A file of rules that stands beside the others, with its rule. */
    private static final String ELSEWHERE = "elsewhere.key";
    private static final List<String> THEOREMS = List.of("Symmetry", "Euler", "ZeroInitialization");

    static List<FalseRule> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".rule")).sorted().map(FalseRule::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FalseRule read(Path file) {
        Matcher form = FORM.matcher(Specification.read(file));
        if (!form.matches()) {
            throw new IllegalArgumentException(file + " does not have the form of a false rule: " + FORM);
        }
        return new FalseRule(file.getFileName().toString().replace(".rule", ""), form.group(1), form.group(2), form.group(3),
                form.group(4));
    }

    /**
     * A copy of the specification with false rules, in which the kernel's problem includes all theory that they are about, and a
     * file outside specs.
     */
    static Specification specificationWith(List<FalseRule> rules) {
        StringBuilder includes = new StringBuilder();
        Specification specification = Specification.ofThisBuild();
        Stream.concat(THEOREMS.stream().map(specification::problemOf), Stream.of(specification.problemOfPrograms()))
                .flatMap(problem -> specification.rulesOf(problem).stream()).distinct()
                .filter(specification.theories().stream().map(Path::toAbsolutePath).toList()::contains)
                .map(specification.problem().getParent()::relativize).map(theory -> theory.toString().replace('\\', '/'))
                .forEach(theory -> includes.append("\\include \"").append(theory).append("\";\n"));
        includes.append("\\include\t\"../").append(ELSEWHERE).append("\"\n;\n");
        Specification copy = specification.copyWithRules("false-rules", (file, text) -> {
            String changed = text;
            // two folders of the theory have a file of this name
            for (FalseRule rule : rules.stream().filter(rule -> rule.file().equals(file) && text.contains(rule.removed()))
                    .toList()) {
                changed = rule.in(changed);
            }
            return file.equals("kernel.key")
                    ? changed.replaceFirst("(?=\\\\include)", Matcher.quoteReplacement(includes.toString())) : changed;
        });
        Path elsewhere = copy.problem().getParent().resolveSibling(ELSEWHERE);
        try {
            Files.copy(DIRECTORY.resolve(ELSEWHERE), elsewhere, StandardCopyOption.REPLACE_EXISTING);
            for (FalseRule rule : rules.stream().filter(rule -> rule.file().equals(ELSEWHERE)).toList()) {
                Files.writeString(elsewhere, rule.in(Specification.read(elsewhere)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    private String in(String text) {
        int place = text.indexOf(removed);
        if (place < 0) {
            throw new IllegalStateException(name + ": " + file + " does not contain " + removed);
        }
        return text.substring(0, place) + added + text.substring(place + removed.length());
    }
}
