package org.stillpoint.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a comparison prints, as Markdown. */
final class Report {

    private final StringBuilder out = new StringBuilder();
    private final List<String> missed = new ArrayList<>();
    private final String only;
    private boolean agreed = true;

    Report() {
        this("");
    }

    /** @param only the text that the titles of the tables have in them that are wanted, in whatever case */
    Report(String only) {
        this.only = only.toLowerCase(Locale.ROOT);
    }

    /** Whether a table of this title is wanted; ask before anything of it is measured. */
    boolean wants(String title) {
        return title.toLowerCase(Locale.ROOT).contains(only);
    }

    void write(String line) {
        System.out.println(line);
        out.append(line).append("\n");
    }

    void row(Stream<String> cells) {
        write(cells.collect(Collectors.joining(" | ", "| ", " |")));
    }

    void header(String title, List<String> columns) {
        write("");
        write("## " + title);
        write("");
        row(columns.stream());
        row(columns.stream().map(column -> "---"));
    }

    void miss(String line) {
        missed.add(line);
    }

    /** Contestants ended with different results. */
    void disagree(String line) {
        agreed = false;
        write("**" + line + "**");
    }

    boolean agreed() {
        return agreed;
    }

    void missed() {
        if (!missed.isEmpty()) {
            write("");
            write("## Missed");
            write("");
            missed.forEach(line -> write("- " + line));
        }
    }

    String text() {
        return out.toString();
    }

    static String time(OptionalDouble nanos) {
        if (nanos.isEmpty()) {
            return "-";
        }
        double value = nanos.getAsDouble();
        return value < 1e6 ? String.format(Locale.ROOT, "%.3g us", value / 1e3)
                : value < 1e9 ? String.format(Locale.ROOT, "%.3g ms", value / 1e6)
                : String.format(Locale.ROOT, "%.3g s", value / 1e9);
    }

    static String ratio(OptionalDouble value) {
        return value.isEmpty() ? "-" : value.getAsDouble() >= 100 ? String.format(Locale.ROOT, "%.0f", value.getAsDouble())
                : String.format(Locale.ROOT, "%.2g", value.getAsDouble());
    }
}
