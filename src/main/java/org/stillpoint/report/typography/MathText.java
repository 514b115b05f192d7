package org.stillpoint.report.typography;

import static j2html.TagCreator.rawHtml;

import j2html.tags.DomContent;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences of the catalogue with their symbols set as mathematics: {@code delta_j}, {@code eta^2}, {@code sigma(0) = 0},
 * {@code <v_j, g_i>}. Code is left as code, and what may be a word is left a word.
 */
public final class MathText {

    /** Arguments, of which each may be a call itself. */
    private static final String ARGUMENTS = "\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)";
    private static final Pattern CODE = Pattern.compile("\\{ .+ }|[A-Za-z]+(?:[.][a-z][A-Za-z]*)+" + ARGUMENTS
            + "(?:[.][a-z]+" + ARGUMENTS + ")*|[A-Za-z]+\\([^()]*[a-z]=[^()]*\\)|maximum\\([^()]*\\)"
            + "|[a-z_]{2,}\\[[^\\]]*\\] \\*?= [a-z]+|\\b[A-Za-z]+[.][a-z]+[A-Z][A-Za-z]*\\b"
            + "|\\b[a-z]+[A-Z][A-Za-z]+\\b(?:" + ARGUMENTS + ")?");
    private static final Pattern IDENTIFIER = Pattern.compile("\\b[A-Z]+-(?:[0-9]+|[A-Z])\\b");
    private static final Pattern RELU = Pattern.compile("\\bReLU'(?=\\()");
    private static final Pattern ROOT = Pattern.compile("\\bsqrt(?=\\()");
    private static final Pattern TIMES = Pattern.compile("(?<=[0-9] )x(?= [0-9])");
    private static final Pattern RAISED = Pattern.compile("([)]|[0-9]+)\\^([A-Za-z]|[0-9]+)");
    private static final Pattern LOWERED = Pattern.compile("[)]_([a-z])");
    private static final Pattern PRODUCT = Pattern.compile("<([a-z][^<>=]{0,30}, [^<>=]{1,30})>");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_'’]+");
    private static final Pattern AT_MOST = Pattern.compile("<=(?= )");
    private static final Pattern AT_LEAST = Pattern.compile(">=(?= )");

    /** Where a letter alone is a symbol: not within a name with hyphens or dots, and never where an article may be. */
    private static final Pattern LETTER = Pattern.compile("(?<![A-Za-z]-)(?:[b-zB-HJ-Z]"
            + "|a(?= [=+/]| - |[,.;:)=|]|$| (?:in|is|for|and|or|of|are|as|times|if|which)\\b)"
            + "|(?<=[=+] |\\b[b-zB-HJ-Z] )a(?= [b-zB-Z](?:[(_^ .,;:]|$))"
            + "|(?<=[a-z,] |[=+(] |[=+(]|\\b[B-HJ-Z] )A)(?!-(?!th\\b)[A-Za-z]|[.][A-Za-z])");

    private final String text;
    private final StringBuilder html = new StringBuilder();
    private int at;
    private boolean behindTerm;

    private MathText(String text) {
        this.text = text;
    }

    /** The sentence as a part of a page. */
    public static DomContent of(String text) {
        return rawHtml(html(text));
    }

    /** The same as text of HTML, in which only what the catalogue can mean as mathematics is changed. */
    public static String html(String text) {
        MathText sentence = new MathText(text);
        while (sentence.at < text.length()) {
            sentence.next();
        }
        return sentence.html.toString();
    }

    private void next() {
        boolean isTerm = take(RELU, match -> "ReLU′") || take(ROOT, match -> "√")
                || take(RAISED, match -> Symbol.raised(match.group(1), match.group(1).replace(")", ""), match.group(2)))
                || take(LOWERED, match -> ")<sub>" + Symbol.script(match.group(1)) + "</sub>")
                || take(PRODUCT, match -> "⟨" + html(match.group(1)) + "⟩")
                || !looking(TIMES, at).lookingAt() && !looking(IDENTIFIER, at).lookingAt() && isSymbolAt(at)
                && take(Symbol.PATTERN, match -> new Symbol(match).html())
                || take(NUMBER, Matcher::group);
        if (isTerm) {
            behindTerm = true;
        } else if (!take(CODE, match -> "<code>" + Names.broken(match.group()) + "</code>")
                && !take(IDENTIFIER, Matcher::group)
                && !take(TIMES, match -> "×")
                && !take(AT_MOST, match -> "≤") && !take(AT_LEAST, match -> "≥")
                && !take(WORD, Matcher::group)) {
            sign();
        } else {
            behindTerm = false;
        }
    }

    private boolean take(Pattern pattern, Function<Matcher, String> set) {
        Matcher match = looking(pattern, at);
        if (!match.lookingAt()) {
            return false;
        }
        html.append(set.apply(match));
        at = match.end();
        return true;
    }

    private Matcher looking(Pattern pattern, int place) {
        return pattern.matcher(text).region(place, text.length()).useTransparentBounds(true);
    }

    /** Whether what stands there is a symbol and no word. */
    private boolean isSymbolAt(int place) {
        Matcher match = looking(Symbol.PATTERN, place);
        return match.lookingAt() && (!new Symbol(match).isLetter() || looking(LETTER, place).lookingAt());
    }

    private void sign() {
        char sign = text.charAt(at++);
        html.append(sign == '-' && isMinus() ? "−" : escaped(sign));
        behindTerm = sign == ')' || sign == '|' || sign == ' ' && behindTerm;
    }

    /** Whether the hyphen just passed is a minus: between two terms with spaces, or before a term and behind no word. */
    private boolean isMinus() {
        char before = at == 1 ? ' ' : text.charAt(at - 2);
        return text.startsWith(" ", at) ? behindTerm && isTermAt(at + 1) : " (,/=<>|[{".indexOf(before) >= 0 && isTermAt(at);
    }

    private boolean isTermAt(int place) {
        return place < text.length() && ("0123456789(|<".indexOf(text.charAt(place)) >= 0 || isSymbolAt(place)
                || text.startsWith("relu(", place));
    }

    private static String escaped(char sign) {
        return switch (sign) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> String.valueOf(sign);
        };
    }
}
