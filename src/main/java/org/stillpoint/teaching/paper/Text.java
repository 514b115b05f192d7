package org.stillpoint.teaching.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.domain.Vector;

/**
 * A line of words with mathematics in it.
 *
 * @param pieces in order
 */
public record Text(List<Piece> pieces) {

    public Text {
        pieces = List.copyOf(pieces);
    }

    /** Words that may hold any character, and no mathematics. */
    public static Text plain(String words) {
        return new Text(List.of(new Words(words)));
    }

    /** Words with mathematics between dollar signs, as in {@code the gradient of $b^2$ is 1}. */
    public static Text of(String marked) {
        List<Piece> pieces = new ArrayList<>();
        String[] parts = marked.split("[$]", -1);
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                pieces.add(i % 2 == 0 ? new Words(parts[i]) : new Symbols(parts[i]));
            }
        }
        return new Text(pieces);
    }

    /** This text with another behind it. */
    public Text then(Text other) {
        List<Piece> all = new ArrayList<>(pieces);
        all.addAll(other.pieces);
        return new Text(all);
    }

    /** Numbers alone. */
    public static Text of(Vector numbers) {
        return new Text(List.of(new Numbers(numbers)));
    }

    /** Words or mathematics. */
    public sealed interface Piece permits Words, Symbols, Numbers {

        /** The piece between dollar signs, empty if it is words. */
        default Optional<String> mathematics() {
            return this instanceof Symbols symbols ? Optional.of("$" + symbols.latex() + "$")
                    : this instanceof Numbers numbers ? Optional.of("$" + Quantity.tuple(numbers.numbers()) + "$")
                    : Optional.empty();
        }
    }

    /** Plain words. */
    public record Words(String words) implements Piece {
    }

    /** Numbers on a line, as in {@code (1, 1/2)}; a single one without brackets. */
    public record Numbers(Vector numbers) implements Piece {
    }

    /** Mathematics, in the part of LaTeX that the report can show. */
    public record Symbols(String latex) implements Piece {
    }
}
