package org.stillpoint.guide;

import java.util.Map;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.graph.certificate.Findings;
import org.stillpoint.graph.certificate.TrainingQuestion;
import org.stillpoint.graph.model.Graph;
import org.stillpoint.graph.model.Node;
import org.stillpoint.graph.training.Optimisers;
import org.stillpoint.graph.training.TrainingProgram;
import org.stillpoint.tensor.Shape;
import org.stillpoint.tensor.Tensor;

/** The block of the guide to architectures, from two starts. The test of the guide runs it. */
final class OwnBlock {

    private OwnBlock() {
    }

    static TrainingProgram block(Tensor down, Tensor up) {
        Graph graph = new Graph();
        Node x = graph.input("x", Shape.of(2, 3));
        Node w1 = graph.parameter("down", down);
        Node w2 = graph.parameter("up", up);
        Node out = x.plus(x.times(w1).relu().times(w2));
        graph.loss(out.innerProduct(graph.input("errors", out.shape())));
        return TrainingProgram.of(graph, Optimisers.descent());
    }

    static void stuck() {
        TrainingProgram training = block(Tensor.zeros(Shape.of(3, 1)), Tensor.zeros(Shape.of(1, 3)));
        Findings found = TrainingQuestion.about(training).forEver();
        System.out.print(found.inWords());
        System.out.print(found.whyZero(training.slot("up")).map(found::inWords).orElseThrow());
    }

    static void moves() {
        TrainingProgram training = block(Tensor.of(Shape.of(3, 1), 1, 1, 1), Tensor.zeros(Shape.of(1, 3)));
        System.out.print(TrainingQuestion.about(training).forEver().inWords());
        Tensor ones = Tensor.filled(Shape.of(2, 3), BigFraction.ONE);
        training.steps(2, training.feed(Map.of("x", ones, "errors", ones, "rate", BigFraction.ONE_HALF))).forEach(step ->
                System.out.println("down " + step.next("down") + ", up " + step.next("up")));
    }
}
