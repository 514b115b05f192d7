package org.stillpoint.check.protocol;

/** Text of another program, made fit to be shown: it may hold anything. */
final class Foreign {

    private static final int LONGEST_QUOTE = 60;

    private Foreign() {
    }

    /** A line without what would move a cursor, change colours or reorder letters, and no longer than this. */
    static String shown(String text, int longest) {
        String head = text.length() <= longest ? text : text.substring(0, longest) + "...";
        return head.replace('\t', ' ').replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
    }

    /** The same in quotes, for a message. */
    static String quoted(String text) {
        return '"' + shown(text, LONGEST_QUOTE) + '"';
    }
}
