package org.stillpoint.readme;

import java.util.ArrayList;
import java.util.List;

/**
 * A command that a document tells its reader to type, and what the document shows that it prints.
 *
 * @param line where the command stands in the document, from 1
 * @param command as it is typed
 * @param shown the lines that follow it
 */
public record ConsoleExample(int line, String command, List<String> shown) {

    private static final String OPENING = "```console";
    private static final String CLOSING = "```";
    private static final String PROMPT = "$ ";

    public ConsoleExample {
        shown = List.copyOf(shown);
    }

    /**
     * The commands of all {@code console} blocks of a Markdown document, in its order.
     *
     * @throws IllegalArgumentException if a block begins with anything but a command, or does not end
     */
    public static List<ConsoleExample> in(String markdown) {
        List<String> lines = markdown.lines().toList();
        List<ConsoleExample> examples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).equals(OPENING)) {
                int end = i + lines.subList(i, lines.size()).indexOf(CLOSING);
                if (end < i) {
                    throw new IllegalArgumentException("line " + (i + 1) + ": a console block without an end");
                }
                examples.addAll(block(lines.subList(i + 1, end), i + 2));
                i = end;
            }
        }
        return List.copyOf(examples);
    }

    private static List<ConsoleExample> block(List<String> lines, int first) {
        if (lines.isEmpty() || !lines.get(0).startsWith(PROMPT)) {
            throw new IllegalArgumentException("line " + first + ": no command, expected a line that begins with \"" + PROMPT
                    + "\"");
        }
        List<ConsoleExample> examples = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).startsWith(PROMPT)) {
                examples.add(new ConsoleExample(first + start, lines.get(start).substring(PROMPT.length()),
                        lines.subList(start + 1, i)));
                start = i;
            }
        }
        return examples;
    }
}
