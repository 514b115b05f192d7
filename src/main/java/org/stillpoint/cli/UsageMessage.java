package org.stillpoint.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line. */
final class UsageMessage {

    private static final String EXPECTED = "expected usage as in --help";

    private UsageMessage() {
    }

    static String of(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        String message = e.getMessage().replaceFirst("^Error: ", "");
        String small = message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
        return small.contains("expected") ? small : small + "; " + EXPECTED;
    }

    private static String unmatched(UnmatchedArgumentException e) {
        List<String> commands = List.copyOf(e.getCommandLine().getSubcommands().keySet());
        boolean isCommand = !e.isUnknownOption() && !commands.isEmpty();
        String what = e.isUnknownOption() ? "unknown option" : isCommand ? "unknown command" : "unexpected argument";
        return what + " \"" + e.getUnmatched().get(0) + "\"" + meant(e.getSuggestions())
                + ", " + (isCommand ? "expected one of " + String.join(", ", commands) : EXPECTED);
    }

    private static String meant(List<String> suggestions) {
        return suggestions.isEmpty() ? "" : " (did you mean " + suggestions.get(0) + "?)";
    }
}
