package org.stillpoint.report;

/** Plain text inside LaTeX. */
final class Latex {

    private Latex() {
    }

    /** The text with every character that LaTeX reads as a command made printable. */
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (char c : text.toCharArray()) {
            escaped.append(switch (c) {
                case '\\' -> "\\textbackslash{}";
                case '~' -> "\\textasciitilde{}";
                case '^' -> "\\textasciicircum{}";
                case '<' -> "\\textless{}";
                case '>' -> "\\textgreater{}";
                case '#', '$', '%', '&', '_', '{', '}' -> "\\" + c;
                default -> String.valueOf(c);
            });
        }
        return escaped.toString();
    }
}
