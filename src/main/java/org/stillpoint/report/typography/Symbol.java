package org.stillpoint.report.typography;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A symbol as people type it, such as {@code delta_j} or {@code eta^2}, and as it is set. */
final class Symbol {

    /** Greek letters by the names that texts use. */
    static final Map<String, String> GREEK = Map.ofEntries(
            Map.entry("alpha", "α"), Map.entry("Alpha", "α"), Map.entry("beta", "β"), Map.entry("gamma", "γ"),
            Map.entry("delta", "δ"), Map.entry("eps", "ε"), Map.entry("eta", "η"), Map.entry("theta", "θ"),
            Map.entry("kappa", "κ"), Map.entry("lambda", "λ"), Map.entry("sigma", "σ"));

    /** A Greek letter by its name, a small change such as {@code du}, the product {@code Hv}, or a letter. */
    private static final String NAME = "(?<name>" + String.join("|", GREEK.keySet())
            + "|d[a-z](?=_)|Hv|[A-Za-z])";
    /** That of the matrices {@code W1} and {@code G2}; the penalty {@code L2} is no symbol. */
    private static final String NUMBER = "(?:(?<=[WG])(?<number>[12]))?";
    private static final String PRIME = "(?<prime>'(?=[ (),.;:]|$))?";
    private static final String BELOW = "(?:_(?<below>[a-z]{1,2}|[A-Z]|[0-9]+))?";
    private static final String ABOVE = "(?:\\^(?<above>[A-Za-z]|[0-9]+))?";

    /** Nothing but the symbol itself. */
    static final Pattern PATTERN = Pattern.compile("(?<![A-Za-z0-9'’_.])" + NAME + NUMBER + PRIME + BELOW + ABOVE
            + "(?![A-Za-z0-9_^'’])");

    private final Matcher match;

    /** @param match a match of {@link #PATTERN} */
    Symbol(Matcher match) {
        this.match = match;
    }

    /** Whether it is a letter and nothing more, which may also be a word. */
    boolean isLetter() {
        return match.group().length() == 1;
    }

    /** The symbol with italic letters, lowered and raised signs; what is raised is also said in words. */
    String html() {
        String name = match.group("name");
        String base = letters(GREEK.getOrDefault(name, name)) + (has("prime") ? "′" : "")
                + (has("number") ? "<sub>" + match.group("number") + "</sub>" : "")
                + (has("below") ? "<sub>" + script(match.group("below")) + "</sub>" : "");
        return has("above") ? raised(base, spoken(), match.group("above")) : base;
    }

    /** What is raised to a power, such as a bracket; assistive technology is told what a raised sign means. */
    static String raised(String base, String spoken, String above) {
        return "<span role=\"math\" aria-label=\"" + (spoken + " " + power(above)).strip() + "\">" + base + "<sup>"
                + script(above) + "</sup></span>";
    }

    private String spoken() {
        return match.group("name") + (has("prime") ? " prime" : "") + (has("number") ? " " + match.group("number") : "")
                + (has("below") ? " " + match.group("below") : "");
    }

    private static String power(String above) {
        return switch (above) {
            case "T" -> "transposed";
            case "2" -> "squared";
            default -> "to the power " + above;
        };
    }

    /** A raised or lowered sign. */
    static String script(String signs) {
        return Character.isDigit(signs.charAt(0)) || signs.equals("T") ? signs : letters(signs);
    }

    private static String letters(String letters) {
        return "<i>" + letters + "</i>";
    }

    private boolean has(String part) {
        return match.group(part) != null;
    }
}
