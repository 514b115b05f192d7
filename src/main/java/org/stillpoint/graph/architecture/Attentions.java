package org.stillpoint.graph.architecture;

import org.stillpoint.graph.model.Node;

/**
 * Attention over the rows of X, (tokens x features) (Vaswani et al., "Attention is all you need", 2017), without the constant
 * factor at the scores.
 */
public final class Attentions {

    private Attentions() {
    }

    /** {@code softmax(X Wq (X Wk)^T) X Wv}, exact while all scores of a row are equal. */
    public static Architecture oneHead(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        Node x = setting.input("X", sizes.samples(), sizes.features());
        Node wq = setting.parameter("Wq", sizes.features(), sizes.hidden());
        Node wk = setting.parameter("Wk", sizes.features(), sizes.hidden());
        Node wv = setting.parameter("Wv", sizes.features(), sizes.hidden());
        return setting.surrounded("attention", "ATT-1", scores(x, wq, wk).softmax().times(x.times(wv)));
    }

    /** The sum of two heads, each times its output weights Wo, with a rational weight of the scores in the place of exp. */
    public static Architecture twoHeads(Filling filling, Sizes sizes, Start start) {
        Setting setting = new Setting(filling, start);
        Node x = setting.input("X", sizes.samples(), sizes.features());
        Node first = head(x, setting.parameter("Wq1", sizes.features(), sizes.hidden()),
                setting.parameter("Wk1", sizes.features(), sizes.hidden()),
                setting.parameter("Wv1", sizes.features(), sizes.hidden()),
                setting.parameter("Wo1", sizes.hidden(), sizes.features()));
        Node second = head(x, setting.twin("Wq2", "Wq1"), setting.twin("Wk2", "Wk1"), setting.twin("Wv2", "Wv1"),
                setting.twin("Wo2", "Wo1"));
        return setting.surrounded("two heads of attention", "ATT-2", first.plus(second));
    }

    private static Node head(Node x, Node wq, Node wk, Node wv, Node wo) {
        return scores(x, wq, wk).rationalSoftmax().times(x.times(wv)).times(wo);
    }

    private static Node scores(Node x, Node wq, Node wk) {
        return x.times(wq).timesTransposed(x.times(wk));
    }
}
