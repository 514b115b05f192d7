package org.stillpoint.graph.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.RationalLoss;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** Every operation: the forward ones, what their pulls are made of, the derivatives of losses, and the parts of optimisers. */
final class OperationCases {

    private final List<OperationCase> cases = new ArrayList<>();

    private OperationCases() {
        ForwardCases.all().forEach(this::forward);
        losses();
        updates();
    }

    static List<OperationCase> all() {
        return new OperationCases().cases;
    }

    private void forward(ForwardCase forward) {
        Differentiable differentiable = forward.differentiable();
        if (differentiable.operands() == 1) {
            unary(differentiable.operation(), random -> forward.operands().apply(random).get(0));
        } else {
            binary(differentiable.operation(), forward.operands());
        }
        differentiable.pulls().forEach(pull -> pull.ifPresent(way -> pull(forward, way)));
    }

    private void pull(ForwardCase forward, Pull pull) {
        pull.slope().ifPresent(slope -> unary(slope, random -> forward.operands().apply(random).get(0)));
        add(pull.error(), random -> {
            List<Tensor> operands = forward.operands().apply(random);
            Tensor g = Draws.tensor(random, forward.shape(operands));
            Object x = operands.get(0).value();
            Object y = ForwardCase.last(operands).value();
            return pull.slope().map(slope -> Tensor.ofValue(slope.apply(x, y, y))).map(s -> List.of(g, s, s))
                    .orElse(List.of(g, operands.get(0), ForwardCase.last(operands)));
        });
    }

    private void losses() {
        Stream.of(RationalLoss.values()).forEach(loss -> binary(Losses.error(loss), OperationCases::alike));
        binary(Losses.given(), OperationCases::alike);
        binary(Losses.logisticError(), random -> {
            List<Tensor> both = alike(random);
            return List.of(both.get(0), both.get(1).zip(both.get(0), (y, x) -> x.signum() == 0 ? y : BigFraction.ZERO));
        });
        Function<Random, List<Tensor>> probabilities = random -> {
            Tensor x = Draws.probabilities(random, Draws.shape(random));
            return List.of(x, Draws.tensor(random, x.shape()));
        };
        binary(Losses.crossEntropyError(), probabilities);
        binary(Losses.binaryCrossEntropyError(), probabilities);
    }

    private void updates() {
        Stream.of(Updates.descent(), Updates.advance()).forEach(operation -> add(operation, random -> {
            List<Tensor> both = alike(random);
            return List.of(both.get(0), both.get(1), Draws.tensor(random));
        }));
        Stream.of(BigFraction.ZERO, new BigFraction(9, 10)).forEach(share ->
                binary(Updates.runningMean(share), OperationCases::alike));
        binary(Updates.unbiased(), random -> List.of(one(random), Tensor.of(Shape.NUMBER, new BigFraction(9, 10))));
        binary(Updates.rootQuotient(BigFraction.ONE_HALF), random -> {
            List<Tensor> both = alike(random);
            return List.of(both.get(0), both.get(1).map(entry -> entry.multiply(entry)));
        });
        unary(Updates.clip(BigFraction.ONE), OperationCases::one);
        binary(Updates.normClip(BigFraction.TWO), random -> {
            Tensor norm = Draws.tensor(random);
            return List.of(one(random), norm.map(entry -> entry.multiply(entry)));
        });
    }

    private void unary(Operation operation, Function<Random, Tensor> operand) {
        add(operation, random -> List.of(operand.apply(random), one(random), one(random)));
    }

    private void binary(Operation operation, Function<Random, List<Tensor>> operands) {
        add(operation, random -> {
            List<Tensor> both = operands.apply(random);
            return List.of(both.get(0), both.get(1), one(random));
        });
    }

    private void add(Operation operation, Function<Random, List<Tensor>> operands) {
        cases.add(new OperationCase(operation, operands));
    }

    private static Tensor one(Random random) {
        return Draws.tensor(random, Draws.shape(random));
    }

    private static List<Tensor> alike(Random random) {
        Tensor x = one(random);
        return List.of(x, Draws.tensor(random, x.shape()));
    }
}
