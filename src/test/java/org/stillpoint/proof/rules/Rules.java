package org.stillpoint.proof.rules;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All rules given to the prover, by kind. One that two problems repeat, since their files cannot share it, counts once. */
final class Rules {

    private static final Path THEORY = Path.of("specs/theory");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern SYMBOLS = Pattern.compile("\\\\(?:functions|predicates) \\{(.*?)\\}", Pattern.DOTALL);
    private static final Pattern SYMBOL = Pattern.compile("(\\w+)(?=\\(|;)");

    private final List<KeyRule> rules;
    private final Set<String> observers;
    private final Set<String> names;

    /**
     * @param rules the rules, repeated ones included
     * @param sorts the text of the file that declares the sorts
     * @param theory the text of the file that declares what is defined
     */
    Rules(List<KeyRule> rules, String sorts, String theory) {
        this(rules, symbols(sorts), symbols(theory));
    }

    private Rules(List<KeyRule> rules, Set<String> observers, Set<String> names) {
        this.rules = rules;
        this.observers = observers;
        this.names = names;
    }

    /** Those of this build. What tells of a program or a list in it is what equal ones have in common. */
    static Rules ofThisBuild() {
        Set<String> observers = symbols(KeyRule.read(THEORY.resolve("arrays/sorts.key")));
        Set<String> names = symbols(KeyRule.read(THEORY.resolve("symbols.key")));
        KeyRule.in("sorts.key", KeyRule.read(THEORY.resolve("graph/sorts.key"))).stream()
                .flatMap(rule -> WORD.matcher(rule.meaning()).results()).map(MatchResult::group).filter(names::contains)
                .forEach(observers::add);
        names.removeAll(observers);
        return new Rules(KeyRule.all(), observers, names);
    }

    private static Set<String> symbols(String text) {
        Set<String> symbols = new HashSet<>();
        for (Matcher block = SYMBOLS.matcher(text); block.find(); ) {
            SYMBOL.matcher(block.group(1).replaceAll("//.*", "")).results().forEach(symbol -> symbols.add(symbol.group(1)));
        }
        return symbols;
    }

    /** Those of one kind, by name. */
    Map<String, KeyRule> ofKind(RuleKind kind) {
        Map<String, KeyRule> ofKind = new LinkedHashMap<>();
        rules.stream().filter(rule -> RuleKind.of(rule) == kind).forEach(rule -> ofKind.putIfAbsent(rule.name(), rule));
        return ofKind;
    }

    /** The names of rules that stand twice with different texts. */
    Set<String> ambiguous() {
        return rules.stream()
                .filter(rule -> rules.stream()
                        .anyMatch(other -> other.name().equals(rule.name()) && !other.text().equals(rule.text())))
                .map(KeyRule::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is said of each name that is defined: by form of definition, the rules of that form. */
    Map<String, Map<String, List<KeyRule>>> definitions() {
        return ofKind(RuleKind.DEFINITION).values().stream().map(Definition::new)
                .collect(Collectors.groupingBy(definition -> definition.symbol(observers), LinkedHashMap::new,
                        Collectors.groupingBy(definition -> definition.form(observers), LinkedHashMap::new,
                                Collectors.mapping(Definition::rule, Collectors.toList()))));
    }

    /** The definitions whose meaning has a variable that what they define has not. */
    Set<String> incomplete() {
        return ofKind(RuleKind.DEFINITION).values().stream().filter(rule -> !new Definition(rule).unboundVariables().isEmpty())
                .map(KeyRule::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The symbols that a definition may be of. */
    Set<String> definable() {
        return names;
    }

    boolean isObserver(String form) {
        return observers.contains(form);
    }

    /** All words that a word speaks of, also through what it is defined by; itself among them. */
    Set<String> spokenOf(String word) {
        Map<String, Set<String>> meanings = new HashMap<>();
        definitions().forEach((name, forms) -> forms.values().stream().flatMap(List::stream).map(Definition::new)
                .forEach(definition -> meanings.computeIfAbsent(name, any -> new HashSet<>()).addAll(definition.words())));
        Set<String> spokenOf = reached(word, meanings);
        spokenOf.add(word);
        return spokenOf;
    }

    /** The names whose meaning leads back to themselves, though no comment says how that ends. */
    Set<String> circular() {
        Map<String, Set<String>> meanings = new HashMap<>();
        for (KeyRule rule : ofKind(RuleKind.DEFINITION).values()) {
            Definition definition = new Definition(rule);
            if (!definition.isRecursive(observers)) {
                meanings.computeIfAbsent(definition.symbol(observers), any -> new HashSet<>()).addAll(definition.words());
            }
        }
        return meanings.keySet().stream().filter(name -> reached(name, meanings).contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> reached(String name, Map<String, Set<String>> meanings) {
        Set<String> reached = new HashSet<>();
        TreeSet<String> left = new TreeSet<>(meanings.getOrDefault(name, Set.of()));
        while (!left.isEmpty()) {
            String next = left.pollFirst();
            if (reached.add(next)) {
                left.addAll(meanings.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
