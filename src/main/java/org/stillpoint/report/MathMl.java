package org.stillpoint.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Formulas as native MathML, from the part of LaTeX that claims are written in. */
final class MathMl {

    private static final Map<String, String> IDENTIFIERS = Map.ofEntries(
            Map.entry("sigma", "σ"), Map.entry("kappa", "κ"), Map.entry("eta", "η"), Map.entry("theta", "θ"),
            Map.entry("delta", "δ"), Map.entry("alpha", "α"), Map.entry("beta", "β"), Map.entry("gamma", "γ"),
            Map.entry("varepsilon", "ε"),
            Map.entry("lambda", "λ"), Map.entry("mu", "μ"), Map.entry("pi", "π"), Map.entry("ell", "ℓ"),
            Map.entry("infty", "∞"), Map.entry("partial", "∂"), Map.entry("nabla", "∇"), Map.entry("Theta", "Θ"),
            Map.entry("Delta", "Δ"));
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("le", "≤"), Map.entry("ge", "≥"), Map.entry("ne", "≠"), Map.entry("to", "→"),
            Map.entry("in", "∈"), Map.entry("forall", "∀"), Map.entry("exists", "∃"), Map.entry("cdot", "⋅"),
            Map.entry("times", "×"), Map.entry("Rightarrow", "⇒"), Map.entry("iff", "⇔"), Map.entry("sim", "∼"),
            Map.entry("dots", "…"),
            Map.entry("langle", "⟨"), Map.entry("rangle", "⟩"), Map.entry("sum", "∑"), Map.entry("circ", "∘"),
            Map.entry("land", "∧"), Map.entry("lor", "∨"), Map.entry("neg", "¬"), Map.entry("mapsto", "↦"),
            Map.entry("#", "#"), Map.entry("{", "{"), Map.entry("}", "}"), Map.entry("subseteq", "⊆"));
    private static final Map<String, String> SPACES =
            Map.of("quad", "1em", "qquad", "2em", ",", "0.17em", ";", "0.28em", " ", "0.25em");

    private final String latex;
    private int at;

    private MathMl(String latex) {
        this.latex = latex;
    }

    /**
     * The formula on a line of its own.
     *
     * @throws IllegalArgumentException if the formula uses LaTeX that is not known here
     */
    static String of(String latex) {
        return "<math display=\"block\">" + row(latex) + "</math>";
    }

    /**
     * The formula as a part of mathematics.
     *
     * @throws IllegalArgumentException if the formula uses LaTeX that is not known here
     */
    static String row(String latex) {
        MathMl reader = new MathMl(latex);
        return "<mrow>" + String.join("", reader.elements(() -> reader.at < latex.length())) + "</mrow>";
    }

    private List<String> elements(BooleanSupplier more) {
        List<String> elements = new ArrayList<>();
        skipSpace();
        while (more.getAsBoolean()) {
            elements.add(scripted());
            skipSpace();
        }
        return elements;
    }

    private String scripted() {
        String base = atom();
        if (at < latex.length() && peek() == '\'') {
            at++;
            base = base.replaceFirst("(</m[a-z]+>)$", "′$1");
        }
        List<String> below = new ArrayList<>();
        List<String> above = new ArrayList<>();
        skipSpace();
        while (at < latex.length() && (peek() == '_' || peek() == '^')) {
            if (latex.charAt(at++) == '_') {
                below.add(atom());
            } else {
                above.add(atom());
            }
            skipSpace();
        }
        if (below.isEmpty() && above.isEmpty()) {
            return base;
        }
        String kind = above.isEmpty() ? "msub" : below.isEmpty() ? "msup" : "msubsup";
        return "<" + kind + ">" + base + (below.isEmpty() ? "" : grouped(below)) + (above.isEmpty() ? "" : grouped(above))
                + "</" + kind + ">";
    }

    private String atom() {
        skipSpace();
        if (at == latex.length()) {
            throw unknown("the end");
        }
        char c = latex.charAt(at++);
        if (c == '{') {
            String group = grouped(elements(() -> peek() != '}'));
            at++;
            return group;
        }
        if (c == '\\') {
            return command();
        }
        if (Character.isDigit(c)) {
            int start = at - 1;
            while (at < latex.length() && Character.isDigit(peek())) {
                at++;
            }
            return element("mn", latex.substring(start, at));
        }
        if (Character.isLetter(c)) {
            return element("mi", String.valueOf(c));
        }
        if ("()[]|".indexOf(c) >= 0) {
            return "<mo stretchy=\"false\">" + c + "</mo>";
        }
        if ("=+-<>,.;:/*!".indexOf(c) >= 0) {
            return element("mo", c == '-' ? "−" : String.valueOf(c));
        }
        throw unknown(String.valueOf(c));
    }

    private String command() {
        int start = at++;
        while (Character.isLetter(latex.charAt(start)) && at < latex.length() && Character.isLetter(peek())) {
            at++;
        }
        String name = latex.substring(start, at);
        if (IDENTIFIERS.containsKey(name)) {
            return element("mi", IDENTIFIERS.get(name));
        }
        if (OPERATORS.containsKey(name)) {
            return element("mo", OPERATORS.get(name));
        }
        if (SPACES.containsKey(name)) {
            return "<mspace width=\"" + SPACES.get(name) + "\"/>";
        }
        return switch (name) {
            case "text" -> element("mtext", verbatim().replace(' ', '\u00a0'));
            case "operatorname", "mathrm" -> element("mi", verbatim());
            case "frac" -> "<mfrac>" + atom() + atom() + "</mfrac>";
            case "bar" -> "<mover>" + atom() + element("mo", "¯") + "</mover>";
            default -> throw unknown("\\" + name);
        };
    }

    private String verbatim() {
        int end = latex.indexOf('}', at);
        if (at == latex.length() || peek() != '{' || end < 0) {
            throw unknown("an argument without braces");
        }
        String text = latex.substring(at + 1, end);
        at = end + 1;
        return text;
    }

    private char peek() {
        if (at == latex.length()) {
            throw unknown("the end");
        }
        return latex.charAt(at);
    }

    private void skipSpace() {
        while (at < latex.length() && latex.charAt(at) == ' ') {
            at++;
        }
    }

    /** What stands for one thing; one element does so by itself. */
    private static String grouped(List<String> elements) {
        return elements.size() == 1 ? elements.get(0) : "<mrow>" + String.join("", elements) + "</mrow>";
    }

    private static String element(String name, String text) {
        return "<" + name + ">" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") + "</" + name + ">";
    }

    private IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException("formula \"" + latex + "\": cannot show " + what + " before character " + at);
    }
}
