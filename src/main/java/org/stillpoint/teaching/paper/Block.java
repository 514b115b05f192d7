package org.stillpoint.teaching.paper;

import java.util.Arrays;
import java.util.List;
import org.stillpoint.domain.Network;

/** A part of a text for paper that stands on lines of its own. */
public sealed interface Block permits Block.Heading, Block.Paragraph, Block.Items, Block.Formula, Block.Quantities, Block.Table,
        Block.Code, Block.Picture, Block.NewPage {

    /** A paragraph with mathematics between dollar signs. */
    static Block says(String marked) {
        return new Paragraph(Text.of(marked));
    }

    /** Values on one line. */
    static Block values(Quantity... values) {
        return new Quantities(Arrays.asList(values));
    }

    /** @param level 1 for a part, 2 for what is in it */
    record Heading(int level, String words) implements Block {
    }

    /** Running text. */
    record Paragraph(Text text) implements Block {
    }

    /** A list, of which each item is a line or more. */
    record Items(List<Text> items) implements Block {

        public Items {
            items = List.copyOf(items);
        }
    }

    /** Mathematics on a line of its own, in the part of LaTeX that the report can show. */
    record Formula(String latex) implements Block {
    }

    /** Named values, one after the other as long as there is room. */
    record Quantities(List<Quantity> values) implements Block {

        public Quantities {
            values = List.copyOf(values);
        }
    }

    /** A table with a line of heads; every row has as many cells as there are heads. */
    record Table(List<Text> heads, List<List<Text>> rows) implements Block {

        public Table {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** Lines to type. */
    record Code(List<String> lines) implements Block {

        public Code {
            lines = List.copyOf(lines);
        }
    }

    /** A network as a drawing, where drawings can be made; what it says is said beside it in values. */
    record Picture(Network network) implements Block {
    }

    /** What follows stands on a new sheet of paper. */
    record NewPage() implements Block {
    }
}
