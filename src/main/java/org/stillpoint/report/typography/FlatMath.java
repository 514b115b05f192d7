package org.stillpoint.report.typography;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formulas that stand on one line, such as {@code f = 1}, as text: as elements of mathematics they are three times as long. */
public final class FlatMath {

    private static final String SYMBOL = "<m[ino](?: [^>]*)?>([^<]*)</m([ino])>";
    private static final Pattern SCRIPTED = Pattern.compile("<msu([pb])>(" + SYMBOL + ")<m[in]>([^<]*)</m([in])></msu[pb]>");
    private static final Pattern PART = Pattern.compile(SYMBOL + "|(<su[pb]>.*?</su[pb]>)");

    /** Signs that stand apart from both sides, if there is something on the left. */
    private static final Set<String> BETWEEN = Set.of("=", "≠", "≤", "≥", "&lt;", "&gt;", "→", "∈", "−", "+");
    private static final Set<String> CLOSING = Set.of(")", ")′", "⟩", "|");

    /** A space at which no line ends. */
    private static final String SPACE = "\u00a0";
    private static final String NARROW = "\u202f";

    private FlatMath() {
    }

    /**
     * A formula as HTML, if nothing in it stands above another but scripts of single symbols.
     *
     * @param mathml what stands inside a {@code math} element
     */
    public static Optional<String> html(String mathml) {
        String flat = SCRIPTED.matcher(mathml).replaceAll(scripted -> Matcher.quoteReplacement(scripted.group(2) + "<su"
                + scripted.group(1) + ">" + symbol(scripted.group(6), scripted.group(5)) + "</su" + scripted.group(1) + ">"));
        flat = flat.replace("<mrow>", "").replace("</mrow>", "");
        StringBuilder html = new StringBuilder();
        Matcher parts = PART.matcher(flat);
        int at = 0;
        boolean follows = false;
        boolean afterName = false;
        while (parts.find() && parts.start() == at) {
            at = parts.end();
            String text = parts.group(1);
            if (text == null) {
                html.append(parts.group());
                follows = true;
                afterName = false;
                continue;
            }
            boolean isOperator = parts.group(2).equals("o");
            boolean isName = parts.group(2).equals("i") && isLetter(text);
            if (follows && isOperator && BETWEEN.contains(text)) {
                html.append(SPACE).append(text).append(at == flat.length() ? "" : SPACE);
            } else {
                html.append(afterName && isName ? NARROW : "").append(symbol(parts.group(2), text))
                        .append(text.equals(",") ? " " : "");
            }
            follows = !isOperator || CLOSING.contains(text);
            afterName = isName;
        }
        return at == flat.length() ? Optional.of(html.toString()) : Optional.empty();
    }

    /** A letter is slanted, its prime and a word such as max are not. */
    private static String symbol(String kind, String text) {
        return kind.equals("i") && isLetter(text) ? "<i>" + text.charAt(0) + "</i>" + text.substring(1) : text;
    }

    private static boolean isLetter(String text) {
        return Character.isLetter(text.charAt(0)) && (text.length() == 1 || text.length() == 2 && text.charAt(1) == '′');
    }
}
