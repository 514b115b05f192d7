package org.stillpoint.teaching.paper;

/** Plain text inside LaTeX. */
public final class Latex {

    private Latex() {
    }

    /** The text with every character that LaTeX reads as a command made printable. */
    public static String escape(String text) {
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
