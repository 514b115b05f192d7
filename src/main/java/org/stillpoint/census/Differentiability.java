package org.stillpoint.census;

/**
 * Whether the loss, as a function of all parameters, has a derivative at a point. It is locally Lipschitz and has a one-sided
 * derivative in every direction, so that it is differentiable just where that is linear in the direction.
 */
interface Differentiability {

    boolean holds(Point point, Samples samples);

    static Differentiability of(Scope scope) {
        return scope.hiddenLayers() == 1 ? new OneHiddenLayer(scope) : new TwoHiddenLayers(scope);
    }
}
