package org.stillpoint.proof.wording;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.proof.prover.Specification;

/** How the functions and predicates of the contracts are read: the lines of {@code specs/words.txt}. */
public final class Words {

    private static final Path FILE = Path.of("specs/words.txt");
    private static final Pattern LINE = Pattern.compile("([\\w\\[\\]]+)(?:\\(([\\w, ]+)\\))? = (.+)");
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
    /** What would be read together with the words around it. */
    private static final Pattern COMPOSITE = Pattern.compile(", | and | or | [-+/] | times |^minus ");

    private record Word(List<String> parameters, String phrase) {

        Word {
            Set<String> places = new TreeSet<>(PLACE.matcher(phrase).results().map(place -> place.group(1)).toList());
            if (!places.equals(new TreeSet<>(parameters))) {
                throw new IllegalStateException("\"" + phrase + "\" has places for " + places + ", and should for " + parameters);
            }
        }
    }

    private final Map<String, Word> words = new TreeMap<>();
    private final Set<String> used = new TreeSet<>();

    public Words() {
        Specification.read(FILE).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::add);
    }

    private void add(String line) {
        Matcher word = LINE.matcher(line);
        if (!word.matches()) {
            throw new IllegalStateException(FILE + ": no word and how it is read: " + line);
        }
        List<String> parameters = word.group(2) == null ? List.of() : List.of(word.group(2).split(", "));
        if (words.put(word.group(1), new Word(parameters, word.group(3))) != null) {
            throw new IllegalStateException(FILE + ": " + word.group(1) + " twice");
        }
    }

    /** A word with its arguments, which stand in brackets where they would be read together with what is around them. */
    String say(String name, List<String> arguments) {
        Word word = words.get(name);
        if (word == null || word.parameters().size() != arguments.size()) {
            throw new IllegalStateException(FILE + ": no line for " + name + " of " + arguments.size());
        }
        used.add(name);
        boolean alone = word.phrase().startsWith("{") && word.phrase().indexOf('}') == word.phrase().length() - 1;
        return PLACE.matcher(word.phrase()).replaceAll(place -> {
            String argument = arguments.get(word.parameters().indexOf(place.group(1)));
            return Matcher.quoteReplacement(alone ? argument : inBrackets(argument));
        });
    }

    static String inBrackets(String phrase) {
        return COMPOSITE.matcher(phrase).find() ? "(" + phrase + ")" : phrase;
    }

    /** The words that nothing has been said with. */
    Set<String> unused() {
        Set<String> unused = new TreeSet<>(words.keySet());
        unused.removeAll(used);
        return unused;
    }
}
