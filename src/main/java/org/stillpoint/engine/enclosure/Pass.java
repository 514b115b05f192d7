package org.stillpoint.engine.enclosure;

/**
 * Room for one sample on its way through the network and back, one array a layer.
 *
 * @param preactivations z = W a + b
 * @param activations sigma(z), times the mask if there is one
 * @param slopes of the activations; none for softmax
 * @param deltas the derivatives of the loss by z
 */
record Pass<T>(T[][] preactivations, T[][] activations, T[][] slopes, T[][] deltas) {

    static <T> Pass<T> room(Field<T> field, Problem problem) {
        return new Pass<>(rows(field, problem), rows(field, problem), rows(field, problem), rows(field, problem));
    }

    private static <T> T[][] rows(Field<T> field, Problem problem) {
        T[][] rows = field.arrays(problem.layers());
        for (int l = 0; l < rows.length; l++) {
            rows[l] = field.array(problem.units(l));
        }
        return rows;
    }
}
