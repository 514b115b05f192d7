package org.stillpoint.teaching.paper;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of the catalogue in LaTeX, with the symbols in them, such as {@code delta_j} and {@code eta^2}, set as mathematics. */
final class LatexWords {

    private static final String GREEK = "(?<greek>alpha|beta|gamma|delta|eps|eta|theta|kappa|lambda|sigma)(?<prime>'(?=\\())?"
            + "(?:_(?<below>[a-z]{1,2}|[0-9]+))?(?:\\^(?<above>[A-Za-z]|[0-9]+))?";
    private static final String ABOVE = "\\^(?:[A-Za-z]|[0-9]+)";
    private static final String LETTER = "(?<letter>[A-Za-z](?:_(?:[a-z]{1,2}|[A-Z]|[0-9]+)(?:" + ABOVE + ")?|" + ABOVE + "))";
    private static final Pattern SYMBOL =
            Pattern.compile("(?<![A-Za-z0-9_^])(?:" + GREEK + "|" + LETTER + ")(?![A-Za-z0-9_^])");

    private LatexWords() {
    }

    /** The words escaped, quotation marks facing each other. */
    static String set(String words) {
        StringBuilder set = new StringBuilder();
        Matcher symbol = SYMBOL.matcher(words);
        int end = 0;
        while (symbol.find()) {
            set.append(Latex.escape(words.substring(end, symbol.start()))).append('$').append(latex(symbol)).append('$');
            end = symbol.end();
        }
        return set.append(Latex.escape(words.substring(end))).toString().replaceAll("\"([^\"]*)\"", "``$1''");
    }

    private static String latex(Matcher symbol) {
        return symbol.group("greek") == null ? braced(symbol.group("letter"))
                : "\\" + symbol.group("greek").replace("eps", "varepsilon") + (symbol.group("prime") == null ? "" : "'")
                + script("_", symbol.group("below")) + script("^", symbol.group("above"));
    }

    private static String script(String sign, String script) {
        return script == null ? "" : sign + "{" + script + "}";
    }

    private static String braced(String symbol) {
        return symbol.replaceAll("([_^])([A-Za-z0-9]+)", "$1{$2}");
    }
}
