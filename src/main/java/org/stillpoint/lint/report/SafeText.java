package org.stillpoint.lint.report;

import java.util.stream.Collectors;
import org.stillpoint.format.Quoted;

/** Names of files and tensors, which may hold anything, as they can be shown. */
public final class SafeText {

    private SafeText() {
    }

    /** In one line, without what cannot be seen, and not much longer than a line. */
    public static String of(String name) {
        return name.isEmpty() ? "(no name)" : Quoted.plain(name);
    }

    /** The same of a text of several lines, which stay. */
    public static String lines(String text) {
        return text.lines().map(Quoted::plain).collect(Collectors.joining("\n"));
    }
}
