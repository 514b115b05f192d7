package org.stillpoint.format;

/** What a file says, as a part of one line that people read: in quotes, not long, without control characters. */
public final class Quoted {

    private static final int MAX_LENGTH = 120;

    private Quoted() {
    }

    /** Of a name or a piece of text. */
    public static String of(String text) {
        return '"' + plain(text) + '"';
    }

    /** Without the quotes. */
    public static String plain(String text) {
        String shown = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + "..." : text;
        return shown.codePoints().map(each -> isShown(each) ? each : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
