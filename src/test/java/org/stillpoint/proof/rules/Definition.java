package org.stillpoint.proof.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A rule that says what a name stands for: as a whole, by the length or the entries of a list, or by recursion from 0 to n and
 * from n to 1 + n.
 */
record Definition(KeyRule rule) {

    /** A word that is not the name of a field. */
    private static final Pattern WORD = Pattern.compile("(?<![$:\\w])\\w+");
    private static final KeyTerm ZERO = KeyTerm.number(0);
    private static final String BY_RECURSION = "// by recursion on ";

    /**
     * The name that it gives a meaning to.
     *
     * @param observers the symbols that tell of a list or a state, such as its length
     * @throws IllegalArgumentException if the rule has none of the forms of a definition
     */
    String symbol(Set<String> observers) {
        form(observers);
        KeyTerm found = rule.find();
        return observers.contains(found.symbol()) ? found.argument(0).symbol() : found.symbol();
    }

    /**
     * What it says of the name: everything, one observation of the list, one case of the recursion, or all that holds under its
     * assumption.
     */
    String form(Set<String> observers) {
        KeyTerm found = rule.find();
        boolean observed = observers.contains(found.symbol());
        List<KeyTerm> arguments = observed ? found.argument(0).arguments() : found.arguments();
        List<KeyTerm> further = observed ? found.arguments().subList(1, found.arguments().size()) : List.of();
        List<KeyTerm> cases = arguments.stream().filter(argument -> !isVariable(argument)).toList();
        Set<KeyTerm> variables = new HashSet<>(arguments);
        variables.addAll(further);
        if (arguments.size() + further.size() > variables.size() || !further.stream().allMatch(Definition::isVariable)
                || cases.size() > 1 || !cases.stream().allMatch(Definition::isCase) || observed && !cases.isEmpty()) {
            throw new IllegalArgumentException(rule.name() + " does not look for something that can be defined: " + found);
        }
        String assumption = rule.assumption();
        return observed ? found.symbol() : cases.isEmpty() ? assumption : cases.get(0).toString() + assumption;
    }

    private static boolean isVariable(KeyTerm term) {
        return term.arguments().isEmpty() && !term.isNumber();
    }

    private static boolean isCase(KeyTerm term) {
        return term.equals(ZERO) || term.symbol().equals("+") && term.argument(0).equals(KeyTerm.number(1))
                && isVariable(term.argument(1));
    }

    /**
     * Whether the name may occur in its own meaning: in the step of a recursion, and where a comment says on what it goes down.
     */
    boolean isRecursive(Set<String> observers) {
        return form(observers).startsWith("+") || rule.comment().contains(BY_RECURSION);
    }

    /**
     * The variables that the meaning speaks of though what it looks for does not: with one, it would say different things of the
     * same.
     */
    Set<String> unboundVariables() {
        Set<String> unbound = words();
        unbound.retainAll(rule.variables().keySet());
        unbound.removeAll(WORD.matcher(rule.find().toString()).results().map(word -> word.group()).collect(Collectors.toSet()));
        return unbound;
    }

    /** The words in the meaning. */
    Set<String> words() {
        return WORD.matcher(rule.meaning()).results().map(word -> word.group()).collect(Collectors.toSet());
    }
}
