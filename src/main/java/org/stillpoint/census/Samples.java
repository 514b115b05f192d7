package org.stillpoint.census;

/**
 * The data set with a number.
 *
 * @param inputs the number of the input of each sample
 * @param errors the loss's derivative by the output, for each sample
 */
record Samples(int[] inputs, int[] errors) {

    static Samples of(Scope scope, int number) {
        int samples = scope.samples();
        int[] inputs = new int[samples];
        int[] errors = new int[samples];
        int rest = number >> samples;
        for (int i = samples - 1; i >= 0; i--) {
            inputs[i] = rest % scope.differentInputs();
            rest /= scope.differentInputs();
            errors[i] = 2 * (number >> (samples - 1 - i) & 1) - 1;
        }
        return new Samples(inputs, errors);
    }

    int size() {
        return inputs.length;
    }
}
