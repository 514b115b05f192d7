package org.stillpoint.graph.architecture;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.model.Node;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Models of words, which look up rows of an embedding. */
public final class Vocabularies {

    private static final int WORDS = 3;

    private Vocabularies() {
    }

    /** {@code relu(E[words] W) E^T}: one matrix looks words up and scores them. */
    public static Architecture tied(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        Node e = setting.parameter("E", WORDS, sizes.features());
        return setting.surrounded("tied embedding and output weights", "TIED-1", looked(setting, sizes, e).timesTransposed(e));
    }

    /** {@code relu(E[words] W) O^T}. */
    public static Architecture untied(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        Node e = setting.parameter("E", WORDS, sizes.features());
        Node o = setting.parameter("O", WORDS, sizes.features());
        return setting.surrounded("embedding and output weights, not tied", "TIED-1",
                looked(setting, sizes, e).timesTransposed(o));
    }

    private static Node looked(Setting setting, Sizes sizes, Node embedding) {
        Shape shape = Shape.of(sizes.samples());
        Node words = setting.input("words", shape, () -> Tensor.at(shape, place -> new BigFraction(place % WORDS)));
        return between(setting, sizes, embedding.rows(words));
    }

    private static Node between(Setting setting, Sizes sizes, Node rows) {
        return rows.times(setting.parameter("W", sizes.features(), sizes.features())).relu();
    }

    /**
     * {@code relu((s1 r1 + s2 r2 + s3 r3) W)}: rows r1 to r3, each of which is looked up as often as s1 to s3 say that a sample
     * has its word. No sample has the third.
     */
    public static Architecture rows(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        return setting.surrounded("rows of an embedding, the third never looked up", "WORD-1",
                between(setting, sizes, sum(setting, sizes, rowsOf(setting, sizes))));
    }

    /** The same with a score for each word, of its row. */
    public static Architecture tiedRows(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        List<Node> rows = rowsOf(setting, sizes);
        Node hidden = between(setting, sizes, sum(setting, sizes, rows));
        return setting.trained("rows that are output weights too, the third never looked up", start.toString(), "WORD-1",
                IntStream.range(0, WORDS).mapToObj(k -> setting.errors("errors " + (k + 1), hidden.timesTransposed(rows.get(k))))
                        .reduce(Node::plus).orElseThrow());
    }

    private static List<Node> rowsOf(Setting setting, Sizes sizes) {
        return IntStream.rangeClosed(1, WORDS).mapToObj(k -> setting.parameter("r" + k, 1, sizes.features())).toList();
    }

    private static Node sum(Setting setting, Sizes sizes, List<Node> rows) {
        return IntStream.rangeClosed(1, WORDS).mapToObj(k -> (k == WORDS ? setting.zeroInput("s" + k, sizes.samples(), 1)
                : setting.input("s" + k, sizes.samples(), 1)).times(rows.get(k - 1))).reduce(Node::plus).orElseThrow();
    }
}
