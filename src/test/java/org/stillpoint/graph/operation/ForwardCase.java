package org.stillpoint.graph.operation;

import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/**
 * A forward operation to be tested.
 *
 * @param method of {@link Forward} that makes it
 * @param operands that it takes, by chance, one or two
 * @param definition what it is, said a second time; the second grid is the first if there is one operand
 */
record ForwardCase(String method, Differentiable differentiable, Function<Random, List<Tensor>> operands,
                   BinaryOperator<Grid> definition) {

    Tensor result(List<Tensor> operands) {
        return Tensor.ofValue(differentiable.operation()
                .apply(operands.get(0).value(), last(operands).value(), operands.get(0).value()));
    }

    Shape shape(List<Tensor> operands) {
        return differentiable.shape().of(operands.stream().map(Tensor::shape).toList());
    }

    /** The operands as the definition takes them, all at rest but one, which moves. */
    Grid definition(List<Tensor> operands, int moving, Tensor direction) {
        List<Grid> grids = IntStream.range(0, operands.size()).mapToObj(i -> Grid.of(operands.get(i),
                i == moving ? direction : Tensor.zeros(operands.get(i).shape()))).toList();
        return definition.apply(grids.get(0), grids.get(grids.size() - 1));
    }

    static <T> T last(List<T> operands) {
        return operands.get(operands.size() - 1);
    }

    @Override
    public String toString() {
        return method + ": " + differentiable.operation();
    }
}
