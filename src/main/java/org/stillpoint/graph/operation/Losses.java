package org.stillpoint.graph.operation;

import org.stillpoint.domain.Loss;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.kernel.graph.Operation;

/** Where errors begin: the derivative of a loss by the output, an operation of the output and the target, of equal shapes. */
public final class Losses {

    private Losses() {
    }

    /** Of a rational loss, which is summed over the entries. It takes every target; which ones make sense is not looked at. */
    public static Operation error(RationalLoss loss) {
        return new LossError(loss);
    }

    /** Of any loss, whose derivative is given in place of a target. */
    public static Operation given() {
        return new Rearranged(new First(), 1, 0, 0);
    }

    /** Of the logistic loss, where it is rational: at outputs and labels whose product is 0. Others are refused. */
    public static Operation logisticError() {
        return new LogisticLossError();
    }

    /** Of {@link Loss#CROSS_ENTROPY} behind softmax: by its probabilities, which are above 0. */
    public static Operation crossEntropyError() {
        return new CrossEntropyError();
    }

    /** Of {@link Loss#CROSS_ENTROPY} behind sigmoids: by their values, which are between 0 and 1. */
    public static Operation binaryCrossEntropyError() {
        return new BinaryCrossEntropyError();
    }
}
