package org.stillpoint.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An attack, as a file of {@code src/test/attacks} has it: lines {@code title:}, {@code kind:}, then for each change
 * {@code file:} with the lines to replace after {@code -} and those in their place after {@code +} (only those for a new file),
 * for each switch of the virtual machine {@code switch:}, and at last {@code noticed by:} with a class, {@code #} and its test,
 * and {@code message:} with a part of what that says.
 *
 * @param sample whether each build tries it, as a line {@code each build} says
 */
record Attack(String name, String title, Kind kind, List<Change> changes, List<String> switches, String test, String message,
              boolean sample) {

    private static final Path DIRECTORY = Path.of("src/test/attacks");

    static List<Attack> all() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".attack")).sorted().map(Attack::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attack read(Path file) {
        try {
            return parse(file.getFileName().toString().replace(".attack", ""), Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    static Attack parse(String name, List<String> lines) {
        Attack attack = new Attack(name, one(lines, "title: "), Kind.of(one(lines, "kind: ")), changes(lines),
                after(lines, "switch: "), one(lines, "noticed by: "), one(lines, "message: "), lines.contains("each build"));
        if (attack.changes.isEmpty() && attack.switches.isEmpty()) {
            throw new IllegalArgumentException("changes nothing, expected a file: or a switch:");
        }
        return attack;
    }

    private static String one(List<String> lines, String key) {
        List<String> values = after(lines, key);
        if (values.size() != 1) {
            throw new IllegalArgumentException(values.size() + " lines " + key.strip() + " expected one");
        }
        return values.get(0);
    }

    private static List<String> after(List<String> lines, String key) {
        return lines.stream().filter(line -> line.startsWith(key)).map(line -> line.substring(key.length())).toList();
    }

    private static List<Change> changes(List<String> lines) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("file: ")) {
                List<String> minus = lines.subList(i + 1, lines.size()).stream().takeWhile(isText("-")).toList();
                List<String> plus = lines.subList(i + 1 + minus.size(), lines.size()).stream().takeWhile(isText("+")).toList();
                changes.add(new Change(Path.of(lines.get(i).substring("file: ".length())), text(minus), text(plus)));
            }
        }
        return changes;
    }

    private static Predicate<String> isText(String sign) {
        return line -> line.equals(sign) || line.startsWith(sign + " ");
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines.stream().map(line -> line.length() > 1 ? line.substring(2) : "").toList());
    }
}
