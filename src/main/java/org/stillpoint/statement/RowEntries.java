package org.stillpoint.statement;

import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Matrix;

/**
 * Two places in one row of a weight matrix, in one step of the training.
 *
 * @param step from 1
 * @param layer from 0
 * @param row the unit, from 0
 * @param column the one place, from 0
 * @param otherColumn the other place, from 0
 */
public record RowEntries(int step, int layer, int row, int column, int otherColumn) {

    Comparison differ(String what, Matrix matrix) {
        return Comparison.of(what + place(column), entry(matrix, column), Relation.DIFFERENT,
                what + place(otherColumn), entry(matrix, otherColumn));
    }

    void requireStepAndLayer(Run run) {
        if (step < 1 || step > run.steps()) {
            throw new DomainException("step " + step + ", expected one from 1 to " + run.steps());
        }
        if (layer >= run.start().layers().size()) {
            throw new DomainException("layer " + layer + ", expected one from 0 to " + (run.start().layers().size() - 1));
        }
    }

    private String place(int k) {
        return "[" + row + "][" + k + "] of layer " + layer;
    }

    private BigFraction entry(Matrix matrix, int k) {
        if (row >= matrix.rowCount() || k >= matrix.columns()) {
            throw new DomainException("entry [" + row + "][" + k + "] of a matrix of " + matrix.rowCount() + " x "
                    + matrix.columns() + ", expected one inside it");
        }
        return matrix.get(row, k);
    }
}
