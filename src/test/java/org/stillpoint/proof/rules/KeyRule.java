package org.stillpoint.proof.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A rule given to the prover, as the text of its file has it.
 *
 * @param file the name of that file
 * @param comment the lines of comment above it
 * @param text what stands between its braces
 * @param variables the sort of each schema variable of its file
 */
public record KeyRule(String file, String comment, String name, String text, Map<String, String> variables) {

    private static final Path SPECS = Path.of("specs");
    private static final Pattern RULE =
            Pattern.compile("((?:^  // [^\n]*\n)*)^  (\\w+) \\{(.*?)\\};", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern VARIABLES = Pattern.compile("\\\\term (\\S+) ([^;]+);");

    /** Every rule of the theory, and of the problems that read it. */
    public static List<KeyRule> all() {
        try (Stream<Path> files = Files.walk(SPECS)) {
            return files.filter(file -> file.toString().endsWith(".key")).sorted()
                    .flatMap(file -> in(file.getFileName().toString(), read(file)).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules in the text of a file. */
    public static List<KeyRule> in(String file, String text) {
        Map<String, String> variables = new LinkedHashMap<>();
        VARIABLES.matcher(text).results().forEach(declaration -> Stream.of(declaration.group(2).split(","))
                .forEach(name -> variables.put(name.strip(), declaration.group(1))));
        List<KeyRule> rules = new ArrayList<>();
        for (Matcher rule = RULE.matcher(text); rule.find(); ) {
            rules.add(new KeyRule(file, rule.group(1), rule.group(2), rule.group(3), variables));
        }
        return rules;
    }

    public boolean isAxiom() {
        return name.startsWith("axiom");
    }

    /** Whether it rewrites one term to another, wherever it stands. */
    public boolean isEquation() {
        return part("replacewith").isPresentIn(this) && !text.contains("==>");
    }

    /** The term that it looks for, or the one formula on the right of a sequent. */
    public KeyTerm find() {
        return KeyTerm.parse(part("find").textIn(this).replaceFirst("^==>", ""));
    }

    /** What must stand in the sequent besides; empty if nothing must. */
    String assumption() {
        return part("assumes").isPresentIn(this) ? part("assumes").textIn(this) : "";
    }

    /** The text of what it puts in the place of what it looks for. */
    public String meaning() {
        return part("replacewith").textIn(this);
    }

    /** The term that it puts there. */
    public KeyTerm replacement() {
        return KeyTerm.parse(part("replacewith").textIn(this));
    }

    /**
     * What it says, as one formula that holds for all values of its variables.
     *
     * @throws IllegalArgumentException if the rule is of a form that this does not translate
     */
    public KeyTerm formula() {
        if (isEquation()) {
            return KeyTerm.of("=", find(), replacement());
        }
        List<KeyTerm> assumed = part("assumes").isPresentIn(this) ? antecedent("assumes") : List.of();
        KeyTerm said;
        if (part("add").isPresentIn(this)) {
            List<KeyTerm> added = new ArrayList<>(antecedent("add"));
            if (part("find").textIn(this).contains("==>")) {
                assumed = Stream.concat(assumed.stream(), antecedent("find").stream()).toList();
            }
            said = conjunction(added);
        } else if (!part("find").textIn(this).contains("==>")) {
            said = KeyTerm.of("=", find(), replacement());
        } else {
            throw new IllegalArgumentException(name + " is of a form that is not translated:" + text);
        }
        return assumed.isEmpty() ? said : KeyTerm.of("->", conjunction(assumed), said);
    }

    /** The formulas left of the arrow, with nothing right of it. */
    private List<KeyTerm> antecedent(String part) {
        String sequent = part(part).textIn(this);
        int arrow = sequent.indexOf("==>");
        if (arrow < 0 || !sequent.substring(arrow + 3).isBlank()) {
            throw new IllegalArgumentException(name + " is of a form that is not translated:" + text);
        }
        List<KeyTerm> formulas = new ArrayList<>();
        int depth = 0;
        int start = 0;
        String left = sequent.substring(0, arrow);
        for (int i = 0; i <= left.length(); i++) {
            char c = i < left.length() ? left.charAt(i) : ',';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                formulas.add(KeyTerm.parse(left.substring(start, i)));
                start = i + 1;
            }
        }
        return formulas;
    }

    private static KeyTerm conjunction(List<KeyTerm> formulas) {
        return formulas.stream().reduce((left, right) -> KeyTerm.of("&", left, right)).orElseThrow();
    }

    private static Part part(String keyword) {
        return new Part("\\" + keyword + "(");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a rule has in parentheses after a keyword. */
    private record Part(String opening) {

        boolean isPresentIn(KeyRule rule) {
            return rule.text.contains(opening);
        }

        String textIn(KeyRule rule) {
            int start = rule.text.indexOf(opening);
            if (start < 0 || rule.text.indexOf(opening, start + 1) >= 0) {
                throw new IllegalArgumentException(rule.name + " does not have one " + opening + "...)");
            }
            start += opening.length();
            int depth = 1;
            int end = start;
            while (depth > 0) {
                char c = rule.text.charAt(end++);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
            return rule.text.substring(start, end - 1);
        }
    }
}
