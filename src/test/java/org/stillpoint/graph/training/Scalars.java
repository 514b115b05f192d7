package org.stillpoint.graph.training;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.domain.Vector;
import org.stillpoint.graph.operation.Differentiable;
import org.stillpoint.graph.operation.Pull;
import org.stillpoint.kernel.ActivationFunction;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;

/** Operations on numbers, made of functions, with no zero that is declared. */
final class Scalars {

    private Scalars() {
    }

    interface Function {
        BigFraction of(BigFraction x, BigFraction y, BigFraction z);
    }

    record Made(String name, Function function) implements Operation {
        @Override
        public Object apply(Object x, Object y, Object z) {
            return function.of((BigFraction) x, (BigFraction) y, (BigFraction) z);
        }

        @Override
        public boolean vanishes(boolean x, boolean y, boolean z) {
            return false;
        }

        @Override
        public boolean keeps(boolean y, boolean z) {
            return false;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final BinaryOperator<BigFraction> TIMES = BigFraction::multiply;
    static final Operation PRODUCT_LEFT = new Made("product left", (g, x, y) -> g.multiply(y));
    static final Operation PRODUCT_RIGHT = new Made("product right", (g, x, y) -> g.multiply(x));
    static final Operation THROUGH = new Made("through", (g, s, t) -> g.multiply(s));
    static final Differentiable PRODUCT = new Differentiable(new Made("product", (x, y, z) -> TIMES.apply(x, y)), 2,
            shapes -> Shape.NUMBER, List.of(pull(PRODUCT_LEFT), pull(PRODUCT_RIGHT)));

    static Optional<Pull> pull(Operation error) {
        return Optional.of(new Pull(Optional.empty(), error));
    }

    static Differentiable activation(ActivationFunction function, BigFraction kappa) {
        return new Differentiable(new Made("activation", (x, y, z) -> function.value(x)), 1, shapes -> Shape.NUMBER,
                List.of(Optional.of(new Pull(Optional.of(new Made("slope", (x, y, z) -> function.derivative(x, kappa))), THROUGH))));
    }

    static Differentiable loss(RationalLoss loss) {
        return new Differentiable(new Made(loss.id(), (f, y, z) -> loss.value(new Vector(List.of(f)), new Vector(List.of(y)))), 2,
                shapes -> Shape.NUMBER, List.of(pull(new Made("dl/df", (g, f, y) ->
                        g.multiply(loss.at(new BigFraction[] {f}, new BigFraction[] {y})[0]))), Optional.empty()));
    }

    static final Operation DESCEND = new Made("p - r g", (p, g, r) -> p.subtract(r.multiply(g)));
    static final Operation ADD_SCALED = new Made("x + c y", (x, y, c) -> x.add(c.multiply(y)));
}
