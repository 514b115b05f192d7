package org.stillpoint.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.stillpoint.engine.RealNetwork;

/** A picture in words, for those who cannot see it. */
final class Description {

    /** The most lines that are told one by one. */
    private static final int MOST_LINES = 16;

    private Description() {
    }

    static String of(RealNetwork network, Diagram diagram) {
        List<String> sentences = new ArrayList<>();
        sentences.add("Network of " + network.shape().widths().stream().map(String::valueOf).collect(Collectors.joining(", "))
                + " units, inputs first");
        for (int column = 1; column < diagram.columns().size(); column++) {
            sentences.add("layer " + column + ": " + layer(diagram, column));
        }
        return String.join("; ", sentences);
    }

    private static String layer(Diagram diagram, int column) {
        List<Line> lines = diagram.layers().get(column - 1);
        List<Unit> sources = diagram.columns().get(column - 1);
        List<Unit> targets = diagram.columns().get(column);
        String weights = lines.stream().allMatch(line -> line.value().kind() == Value.Kind.ZERO) ? "all weights 0"
                : lines.size() > MOST_LINES ? count(lines, Value.Kind.POSITIVE) + " positive, "
                + count(lines, Value.Kind.NEGATIVE) + " negative, " + count(lines, Value.Kind.ZERO) + " zero of " + lines.size()
                + " lines"
                : lines.stream().map(line -> sources.get(line.from()).text() + " to " + targets.get(line.to()).text() + " "
                + number(line.value())).collect(Collectors.joining(", "));
        return weights + targets.stream().filter(unit -> unit.bias().isPresent())
                .map(unit -> ", bias of " + unit.text() + " " + number(unit.bias().orElseThrow())).collect(Collectors.joining());
    }

    private static String number(Value value) {
        return (value.isSingle() ? value.number() : "several numbers") + (value.changed() ? " (changed)" : "");
    }

    private static long count(List<Line> lines, Value.Kind kind) {
        return lines.stream().filter(line -> line.value().kind() == kind).count();
    }
}
