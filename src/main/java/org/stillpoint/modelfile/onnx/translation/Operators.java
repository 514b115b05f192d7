package org.stillpoint.modelfile.onnx.translation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.format.Quoted;

/** The operators that have rules. */
final class Operators {

    private static final Map<String, Operator> ALL = new TreeMap<>();

    static {
        List.of(PointwiseOperators.all(), ArithmeticOperators.all(), WeightedOperators.all(), NormalisationOperators.all(),
                ChannelwiseOperators.all(), AxisOperators.all(), Reshaping.all(), JoiningOperators.all()).forEach(ALL::putAll);
        ALL.put(Decomposed.LAYER_NORMALISATION, Decomposed::translate);
    }

    private Operators() {
    }

    /** @throws NotUnderstood if there is none for a node */
    static Operator of(Node node) {
        NotUnderstood.unless(node.isStandard(), "of the domain " + Quoted.of(node.proto().getDomain()));
        Operator operator = ALL.get(node.operator());
        NotUnderstood.unless(operator != null, "it has no rules");
        return operator;
    }
}
