package org.stillpoint.lint.finding;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and lists for people. */
public final class Words {

    private static final int SHOWN = 4;

    private Words() {
    }

    /** As {@code 12,345}. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** As {@code 1 unit} or {@code 12 units}. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** The first of them, and how many there are beside: {@code 3, 17, 40 and 12 more}. */
    public static String first(List<?> items, int shown) {
        if (items.size() <= shown + 1) {
            return items.stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        return items.stream().limit(shown).map(String::valueOf).collect(Collectors.joining(", ")) + " and "
                + number(items.size() - shown) + " more";
    }

    /** As {@code 3 = 17; 4 = 5 = 6}, the first of them. */
    public static String classes(List<List<Integer>> classes) {
        String first = classes.stream().limit(SHOWN)
                .map(units -> units.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(" = "))
                        + (units.size() > SHOWN ? " = " + number(units.size() - SHOWN) + " more" : ""))
                .collect(Collectors.joining("; "));
        return classes.size() > SHOWN ? first + "; and " + number(classes.size() - SHOWN) + " more" : first;
    }

    /** As {@code each of these 3 units}, or {@code this unit}. */
    static String ofEach(int number, String noun) {
        return number == 1 ? "this " + noun : "each of these " + number(number) + " " + noun + "s";
    }

    /** As {@code these 3 units}, or {@code this unit}. */
    static String these(int number, String noun) {
        return number == 1 ? "this " + noun : "these " + number(number) + " " + noun + "s";
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
