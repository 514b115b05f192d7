package org.stillpoint.graph.operation;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.tensor.Tensor;

/**
 * The error g of rows, summed for each row of the table by how often the indices name it; zero for those that they do not
 * name.
 */
record EmbeddingError() implements OfThree {

    @Override
    public Tensor result(Tensor g, Tensor table, Tensor indices) {
        Shapes.requireEqual(this, g.shape(), new Embedding().of(List.of(table.shape(), indices.shape())));
        int length = table.shape().part(1, table.shape().axes()).entries();
        int[] rows = Embedding.rows(table.shape(), indices);
        BigFraction[] error = new BigFraction[table.shape().entries()];
        Arrays.fill(error, BigFraction.ZERO);
        for (int place = 0; place < g.shape().entries(); place++) {
            int at = rows[place / length] * length + place % length;
            error[at] = error[at].add(g.entry(place));
        }
        return Tensor.of(table.shape(), error);
    }

    @Override
    public boolean vanishes(boolean x, boolean y, boolean z) {
        return x;
    }

    @Override
    public String toString() {
        return "embedding, back";
    }
}
