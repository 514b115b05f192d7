package org.stillpoint.proof.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A term or formula as the rules of KeY write it: a symbol applied to arguments. A number is a symbol without arguments, and so
 * is a variable.
 */
public record KeyTerm(String symbol, List<KeyTerm> arguments) {

    public static KeyTerm of(String symbol, KeyTerm... arguments) {
        return new KeyTerm(symbol, List.of(arguments));
    }

    public static KeyTerm number(int value) {
        return of(String.valueOf(value));
    }

    /**
     * Reads a term.
     *
     * @throws IllegalArgumentException if the text has something in it that this reader does not know, such as a quantifier
     */
    public static KeyTerm parse(String text) {
        Reader reader = new Reader(text);
        KeyTerm term = reader.binary(0);
        if (!reader.token.isEmpty()) {
            throw reader.error();
        }
        return term;
    }

    public boolean isNumber() {
        return arguments.isEmpty() && symbol.matches("-?\\d+");
    }

    public int number() {
        return Integer.parseInt(symbol);
    }

    public KeyTerm argument(int i) {
        return arguments.get(i);
    }

    @Override
    public String toString() {
        return arguments.isEmpty() ? symbol
                : symbol + arguments.stream().map(KeyTerm::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    private static final class Reader {

        private static final Pattern TOKEN = Pattern.compile("\\s*(->|<=|>=|!=|\\\\\\w+|\\w+|[-+*/=<>!&|(),;]|$)");
        /** Loosest first. */
        private static final List<List<String>> OPERATORS = List.of(List.of("->"), List.of("|"), List.of("&"),
                List.of("=", "!=", "<", "<=", ">", ">="), List.of("+", "-"), List.of("*"));

        private final String text;
        private final Matcher tokens;
        private String token = "";

        Reader(String text) {
            this.text = text;
            tokens = TOKEN.matcher(text);
            next();
        }

        private void next() {
            if (!tokens.lookingAt()) {
                throw error();
            }
            token = tokens.group(1);
            tokens.region(tokens.end(), text.length());
        }

        private KeyTerm binary(int level) {
            if (level == OPERATORS.size()) {
                return unary();
            }
            KeyTerm left = binary(level + 1);
            while (OPERATORS.get(level).contains(token)) {
                String operator = token;
                next();
                left = of(operator, left, binary(operator.equals("->") ? level : level + 1));
            }
            return left;
        }

        private KeyTerm unary() {
            if (token.equals("!") || token.equals("-")) {
                String operator = token;
                next();
                KeyTerm argument = unary();
                return operator.equals("-") && argument.isNumber() ? number(-argument.number()) : of(operator, argument);
            }
            if (token.equals("(")) {
                return parenthesized();
            }
            if (token.equals("\\if")) {
                next();
                KeyTerm condition = parenthesized();
                expect("\\then");
                KeyTerm then = parenthesized();
                expect("\\else");
                return of("if", condition, then, parenthesized());
            }
            if (!token.matches("\\w.*")) {
                throw error();
            }
            String symbol = token;
            next();
            List<KeyTerm> arguments = new ArrayList<>();
            if (token.equals("(")) {
                do {
                    next();
                    arguments.add(binary(0));
                } while (token.equals(","));
                expect(")");
            }
            return new KeyTerm(symbol, arguments);
        }

        private KeyTerm parenthesized() {
            expect("(");
            KeyTerm inner = binary(0);
            expect(")");
            return inner;
        }

        private void expect(String expected) {
            if (!token.equals(expected)) {
                throw error();
            }
            next();
        }

        private IllegalArgumentException error() {
            return new IllegalArgumentException("no term that can be translated: " + text);
        }
    }
}
