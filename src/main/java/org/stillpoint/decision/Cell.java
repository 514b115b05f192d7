package org.stillpoint.decision;

import java.util.Locale;
import java.util.stream.Stream;
import org.stillpoint.domain.ExactNumber;

/**
 * One question of the table: a start, the hidden units, whether the layers have biases, and what a step sees.
 */
public record Cell(Pattern pattern, boolean biases, HiddenUnit unit, Batches batches) {

    /** Every cell there is, row by row. */
    static Stream<Cell> all() {
        return Stream.of(Pattern.values()).flatMap(pattern -> Stream.of(false, true).filter(pattern::has)
                .flatMap(biases -> HiddenUnit.ALL.stream().flatMap(unit -> Stream.of(Batches.values())
                        .map(batches -> new Cell(pattern, biases, unit, batches)))));
    }

    /** A name for people. */
    public String words() {
        return String.join(", ", pattern.words(), biases ? "biases" : "no biases", unit.words(), batches.words());
    }

    /** The claim that is first to read about it. */
    public String claim() {
        return pattern.claim(unit);
    }

    /** A name fit for a file. */
    public String id() {
        return row() + "-" + column();
    }

    /** A name of its row fit for a file: how it starts, and whether with biases. */
    public String row() {
        return word(pattern.name() + (biases ? "-biases" : "-no-biases"));
    }

    /** A name of its column fit for an address: the hidden units, and what a step sees. */
    public String column() {
        String kappa = ExactNumber.write(unit.kappa()).replace("/", "-over-");
        return word(String.join("-", unit.activation().id(), "kappa", kappa, batches.name()));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
