package org.stillpoint.readme;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a document shows of an output: {@value #LEFT_OUT} alone on a line stands for one line or more, and a duration for any
 * duration.
 *
 * @param lines as the document has them
 */
public record ShownOutput(List<String> lines) {

    private static final String LEFT_OUT = "[...]";
    private static final Pattern DURATION = Pattern.compile("(?:< )?\\d+[.]\\d s\\b");

    /** Whether a command that printed these lines printed what is shown. */
    public boolean matches(List<String> printed) {
        String expected = lines.stream().map(ShownOutput::expression).collect(Collectors.joining());
        String actual = printed.stream().map(line -> line + "\n").collect(Collectors.joining());
        return Pattern.matches(expected, actual);
    }

    private static String expression(String line) {
        if (line.equals(LEFT_OUT)) {
            return "(?:.*\n)+?";
        }
        StringBuilder expression = new StringBuilder();
        Matcher duration = DURATION.matcher(line);
        int end = 0;
        while (duration.find()) {
            expression.append(Pattern.quote(line.substring(end, duration.start()))).append(DURATION);
            end = duration.end();
        }
        return expression.append(Pattern.quote(line.substring(end))).append("\n").toString();
    }
}
