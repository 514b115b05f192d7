package org.stillpoint.report.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of the contracts: those of JML, and those of the theory as the build packs {@code specs/words.txt}. */
final class Words {

    private static final Pattern LINE = Pattern.compile("([\\w\\[\\]]+)(?:\\(([\\w, ]+)\\))? = (.+)");

    /** What JML means, in the order of a contract. */
    private static final List<Word> JML = List.of(
            new Word("normal_behavior", List.of(),
                    "called as the lines with requires say, the method ends, and with no exception"),
            new Word("requires", List.of(), "what is given: a hypothesis of the theorem"),
            new Word("ensures", List.of(), "what then holds: a conclusion of the theorem"),
            new Word("assignable", List.of(), "what the method may change of all that existed before"),
            new Word("loop_invariant", List.of(), "what holds before each turn of the loop, and after the last"),
            new Word("decreases", List.of(), "a number, never below 0, that gets smaller with each turn, so that the loop ends"),
            new Word("\\nothing", List.of(), "nothing that existed before"),
            new Word("\\strictly_nothing", List.of(), "nothing, and nothing is created either"),
            new Word("\\result", List.of(), "what the method returns"),
            new Word("\\old", List.of("e"), "{e} as it was when the method was called"),
            new Word("\\fresh", List.of("r"), "{r} did not exist when the method was called"),
            new Word("\\forall", List.of(), "for all; what follows first says of which"),
            new Word("\\typeof", List.of("o"), "the class of {o}"),
            new Word("\\type", List.of("C"), "the class {C}"));

    private static final Map<String, Word> ALL = all();

    private Words() {
    }

    private static Map<String, Word> all() {
        Map<String, Word> words = new LinkedHashMap<>();
        JML.forEach(word -> words.put(word.name(), word));
        ContractSource.text("words.txt").stream().flatMap(String::lines).flatMap(Words::word)
                .forEach(word -> words.put(word.name(), word));
        return Map.copyOf(words);
    }

    private static Stream<Word> word(String line) {
        Matcher word = LINE.matcher(line);
        return line.startsWith("#") || !word.matches() ? Stream.of() : Stream.of(new Word(word.group(1),
                word.group(2) == null ? List.of() : List.of(word.group(2).split(", ")), word.group(3)));
    }

    /** The word of this name, empty if it is no word of contracts. */
    static Optional<Word> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
