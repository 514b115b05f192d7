package org.stillpoint.report.player;

import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.enclosure.Real;
import org.stillpoint.format.RealText;
import org.stillpoint.report.drawing.NetworkDrawing;

/** Numbers for people, of which long ones fold to what they are about; no line breaks within one, as none does between digits. */
final class Numbers {

    /** The longest number that stands unfolded, in characters. */
    private static final int LONGEST = 15;

    /** The most numbers of a vector that stand unfolded. */
    private static final int WIDEST = 24;

    private Numbers() {
    }

    static DomContent number(Real value) {
        String text = plain(value);
        return text.length() <= LONGEST ? text(text)
                : details(summary(NetworkDrawing.rounded(value)), text(text)).withClass("long");
    }

    /** As in {@code (1, 1/2)}. */
    static DomContent vector(List<Real> vector) {
        return vector.size() <= WIDEST ? unfolded(vector)
                : details(summary(vector.size() + " numbers"), unfolded(vector)).withClass("long");
    }

    private static DomContent unfolded(List<Real> vector) {
        return each(text("("), each(IntStream.range(0, vector.size()).boxed().toList(), i ->
                each(text(i == 0 ? "" : ", "), number(vector.get(i)))), text(")"));
    }

    /** With signs as they are printed; the end of a line does not part a number from what it may be off by. */
    static String plain(Real value) {
        return RealText.of(value).replace(" +- ", "\u00a0\u00b1\u00a0").replace("e-", "e\u2011").replace('-', '\u2212');
    }
}
