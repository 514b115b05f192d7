package org.stillpoint.proof.smt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.proof.rules.KeyRule;
import org.stillpoint.proof.rules.KeyTerm;

/**
 * Computes terms of the theory down to arithmetic, by the definitions in its files, for vectors and matrices of fixed sizes. What
 * is left are entries of the vectors and matrices given, arithmetic, and functions without a definition.
 */
final class Unrolling {

    private record Equation(String name, KeyTerm find, KeyTerm replacement, Map<String, String> variables) {
    }

    private static final List<Equation> DEFINITIONS = definitions();

    private final Map<String, Integer> lengths = new HashMap<>();
    private final Map<String, int[]> shapes = new HashMap<>();

    private static List<Equation> definitions() {
        List<Equation> definitions = new ArrayList<>();
        for (KeyRule rule : KeyRule.all()) {
            if (!rule.isAxiom() && !rule.name().startsWith("lemma") && rule.isEquation()) {
                try {
                    definitions.add(new Equation(rule.name(), rule.find(), rule.replacement(), rule.variables()));
                } catch (IllegalArgumentException aboutHeaps) {
                    continue;
                }
            }
        }
        return definitions;
    }

    /** Declares a vector of so many unknown numbers. */
    Unrolling vector(String name, int length) {
        lengths.put(name, length);
        return this;
    }

    /** Declares a matrix of unknown numbers. */
    Unrolling matrix(String name, int rows, int columns) {
        shapes.put(name, new int[] {rows, columns});
        return this;
    }

    KeyTerm unroll(String term) {
        return unroll(KeyTerm.parse(term));
    }

    KeyTerm unroll(KeyTerm term) {
        if (term.symbol().equals("if")) {
            KeyTerm condition = unroll(term.argument(0));
            return switch (condition.symbol()) {
                case "true" -> unroll(term.argument(1));
                case "false" -> unroll(term.argument(2));
                default -> KeyTerm.of("if", condition, unroll(term.argument(1)), unroll(term.argument(2)));
            };
        }
        KeyTerm inner = new KeyTerm(term.symbol(), term.arguments().stream().map(this::unroll).toList());
        Optional<KeyTerm> next = known(inner).or(() -> arithmetic(inner)).or(() -> defined(inner));
        return next.isPresent() ? unroll(next.get()) : inner;
    }

    /** The sizes declared. */
    private Optional<KeyTerm> known(KeyTerm term) {
        if (term.symbol().equals("len") && lengths.containsKey(term.argument(0).symbol()) && term.argument(0).arguments()
                .isEmpty()) {
            return Optional.of(KeyTerm.number(lengths.get(term.argument(0).symbol())));
        }
        if (term.symbol().equals("rows") && shapes.containsKey(term.argument(0).symbol())) {
            return Optional.of(KeyTerm.number(shapes.get(term.argument(0).symbol())[0]));
        }
        if (term.symbol().equals("len") && term.argument(0).symbol().equals("row")
                && shapes.containsKey(term.argument(0).argument(0).symbol())) {
            return Optional.of(KeyTerm.number(shapes.get(term.argument(0).argument(0).symbol())[1]));
        }
        return Optional.empty();
    }

    private static Optional<KeyTerm> arithmetic(KeyTerm term) {
        String symbol = term.symbol();
        if (symbol.equals("&") || symbol.equals("|")) {
            String decisive = symbol.equals("&") ? "false" : "true";
            if (term.arguments().stream().anyMatch(argument -> argument.symbol().equals(decisive))) {
                return Optional.of(KeyTerm.of(decisive));
            }
            String neutral = symbol.equals("&") ? "true" : "false";
            return term.argument(0).symbol().equals(neutral) ? Optional.of(term.argument(1))
                    : term.argument(1).symbol().equals(neutral) ? Optional.of(term.argument(0)) : Optional.empty();
        }
        if (term.arguments().size() != 2 || !term.argument(0).isNumber() || !term.argument(1).isNumber()) {
            return Optional.empty();
        }
        int left = term.argument(0).number();
        int right = term.argument(1).number();
        return switch (symbol) {
            case "+" -> Optional.of(KeyTerm.number(left + right));
            case "-" -> Optional.of(KeyTerm.number(left - right));
            case "=" -> truth(left == right);
            case "!=" -> truth(left != right);
            case "<" -> truth(left < right);
            case "<=" -> truth(left <= right);
            case ">" -> truth(left > right);
            case ">=" -> truth(left >= right);
            default -> Optional.empty();
        };
    }

    private static Optional<KeyTerm> truth(boolean value) {
        return Optional.of(KeyTerm.of(String.valueOf(value)));
    }

    private static Optional<KeyTerm> defined(KeyTerm term) {
        for (Equation definition : DEFINITIONS) {
            Map<String, KeyTerm> values = new HashMap<>();
            if (!definition.find().equals(definition.replacement())
                    && matches(definition.find(), term, definition.variables(), values)) {
                return Optional.of(substitute(definition.replacement(), values));
            }
        }
        return Optional.empty();
    }

    private static boolean matches(KeyTerm pattern, KeyTerm term, Map<String, String> variables, Map<String, KeyTerm> values) {
        if (pattern.arguments().isEmpty() && variables.containsKey(pattern.symbol())) {
            return values.merge(pattern.symbol(), term, (before, now) -> before.equals(now) ? before : KeyTerm.of(""))
                    .equals(term);
        }
        if (pattern.symbol().equals("+") && term.isNumber()) {
            boolean first = pattern.argument(0).isNumber();
            KeyTerm difference = KeyTerm.number(term.number() - pattern.argument(first ? 0 : 1).number());
            return matches(pattern.argument(first ? 1 : 0), difference, variables, values);
        }
        if (!pattern.symbol().equals(term.symbol()) || pattern.arguments().size() != term.arguments().size()) {
            return false;
        }
        for (int i = 0; i < pattern.arguments().size(); i++) {
            if (!matches(pattern.argument(i), term.argument(i), variables, values)) {
                return false;
            }
        }
        return true;
    }

    private static KeyTerm substitute(KeyTerm term, Map<String, KeyTerm> values) {
        return term.arguments().isEmpty() ? values.getOrDefault(term.symbol(), term)
                : new KeyTerm(term.symbol(), term.arguments().stream().map(argument -> substitute(argument, values)).toList());
    }
}
