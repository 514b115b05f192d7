package org.stillpoint.graph.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.Loss;
import org.stillpoint.graph.operation.Forward;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

class GraphTest {

    private final Graph graph = new Graph();
    private final Node weights = graph.parameter("W", Tensor.zeros(Shape.of(2, 3)));
    private final Node bias = graph.parameter("b", Tensor.zeros(Shape.of(2)));
    private final Node x = graph.input("x", Shape.of(3, 4));
    private final Node number = graph.input("n");

    @Test
    void shapesFollowFromShapes() {
        assertThat(weights.times(x).shape()).isEqualTo(Shape.of(2, 4));
        assertThat(weights.times(x).plusAlong(0, bias).shape()).isEqualTo(Shape.of(2, 4));
        assertThat(bias.plusAlong(0, bias).shape()).isEqualTo(Shape.of(2));
        assertThat(number.times(x).shape()).isEqualTo(x.times(number).shape()).isEqualTo(Shape.of(3, 4));
        assertThat(number.times(number).shape()).isEqualTo(Shape.NUMBER);
        assertThat(x.sum().shape()).isEqualTo(x.mean().shape()).isEqualTo(Shape.NUMBER);
        assertThat(x.transposed().shape()).isEqualTo(Shape.of(4, 3));
        assertThat(weights.timesTransposed(x.transposed()).shape()).isEqualTo(Shape.of(2, 4));
        assertThat(weights.transposedTimes(bias.reshaped(2, 1)).shape()).isEqualTo(Shape.of(3, 1));
    }

    @Test
    void nodesHaveNamesOfTheirOwn() {
        assertThat(weights.times(x).relu().name()).isEqualTo("relu 1");
        assertThat(x.relu().named("hidden").name()).isEqualTo("hidden");
        assertThat(x.relu().name()).isEqualTo("relu 3");
        refused(() -> graph.input("hidden"), "a second node with the name \"hidden\", expected another name");
        refused(() -> x.relu().named("W"), "a second node with the name \"W\", expected another name");
    }

    /** Its old name is free again. */
    @Test
    void aNodeMayBeNamedAgain() {
        Node hidden = x.relu().named("hidden").named("activations");

        assertThat(graph.input("hidden").name()).isEqualTo("hidden");
        assertThat(hidden).hasToString("activations (3x4)");
    }

    @Test
    void equalConstantsAreOneNode() {
        assertThat(graph.constant(BigFraction.ONE_HALF)).isSameAs(graph.constant(new BigFraction(2, 4)));
        assertThat(graph.constant(BigFraction.ONE_HALF).name()).isEqualTo("1/2");
    }

    @Test
    void shapesThatDoNotFitAreRefusedWhereTheyMeet() {
        refused(() -> x.times(weights.transposed()), "matrix product of shapes 3x4 and 3x2, expected nxk and kxm, and equal sizes"
                + " before");
        refused(() -> weights.plus(x), "sum of shapes 2x3 and 3x4, expected equal shapes");
        refused(() -> weights.plusAlong(2, bias), "axis 2 of the shape 2x3, expected one from 0 to below 2");
        refused(() -> weights.plusAlong(1, bias), "spread over axes [0] of 2x3 of the shape 2, expected 3");
    }

    @Test
    void operandsBelongToTheGraph() {
        Node other = new Graph().input("z", Shape.of(3, 4));

        refused(() -> x.plus(other), "sum of \"z\", which is a node of another graph, expected one of this graph");
        refused(() -> graph.loss(other), "the loss of \"z\", which is a node of another graph, expected one of this graph");
        refused(() -> graph.apply(Forward.sum(), x), "sum of 1 operands, expected 2");
    }

    @Test
    void aLossIsANumberOrHasATarget() {
        refused(graph::loss, "a graph without a loss, expected one");
        refused(() -> graph.loss(x), "\"x\" of shape 3x4 as a loss, expected a number");
        refused(() -> graph.loss(x, number, Loss.SQUARED),
                "a target \"n\" of shape number for the output \"x\", expected its shape, 3x4");
    }

    @Test
    void valuesAreNumbersOrTensors() {
        refused(() -> graph.parameter("v", 1), "a value of class java.lang.Integer, expected a number or a tensor");
        assertThat(((Source.Parameter) graph.parameter("v", Tensor.zeros(Shape.NUMBER)).source()).start())
                .isEqualTo(BigFraction.ZERO);
    }

    private static void refused(ThrowingCallable stated, String message) {
        assertThatThrownBy(stated).isInstanceOf(DomainException.class).hasMessage(message);
    }
}
