package org.stillpoint.proof.model;

import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.contract.Heap;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.contract.Programs;
import org.stillpoint.contract.Snapshot;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.kernel.graph.number.AbsoluteError;
import org.stillpoint.kernel.graph.number.AbsoluteValue;
import org.stillpoint.kernel.graph.number.Blend;
import org.stillpoint.kernel.graph.number.Clip;
import org.stillpoint.kernel.graph.number.ClipSlope;
import org.stillpoint.kernel.graph.number.Constant;
import org.stillpoint.kernel.graph.number.Decay;
import org.stillpoint.kernel.graph.number.Descend;
import org.stillpoint.kernel.graph.number.Difference;
import org.stillpoint.kernel.graph.number.FirstGreater;
import org.stillpoint.kernel.graph.number.FirstLess;
import org.stillpoint.kernel.graph.number.HingeError;
import org.stillpoint.kernel.graph.number.Inversion;
import org.stillpoint.kernel.graph.number.KinkedSlope;
import org.stillpoint.kernel.graph.number.LeakyRectifier;
import org.stillpoint.kernel.graph.number.Maximum;
import org.stillpoint.kernel.graph.number.Minimum;
import org.stillpoint.kernel.graph.number.Negative;
import org.stillpoint.kernel.graph.number.PerceptronError;
import org.stillpoint.kernel.graph.number.Product;
import org.stillpoint.kernel.graph.number.ProductWithThird;
import org.stillpoint.kernel.graph.number.Quotient;
import org.stillpoint.kernel.graph.number.QuotientByThird;
import org.stillpoint.kernel.graph.number.QuotientSlope;
import org.stillpoint.kernel.graph.number.Rectifier;
import org.stillpoint.kernel.graph.number.Same;
import org.stillpoint.kernel.graph.number.Scale;
import org.stillpoint.kernel.graph.number.Square;
import org.stillpoint.kernel.graph.number.Sum;
import org.stillpoint.kernel.graph.number.VelocityUpdate;

/** The operations of the kernel on numbers, and worlds in which they are applied. */
public final class NumberOperations {

    public static final Inversion RECIPROCAL = NumberOperations::reciprocal;

    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final BigFraction TWO = BigFraction.TWO;

    /** One of each class. */
    public static final List<Operation> ALL = List.of(new Sum(), new Difference(), new Product(), new ProductWithThird(),
            new Negative(), new Same(), new Quotient(RECIPROCAL), new QuotientByThird(RECIPROCAL), new QuotientSlope(RECIPROCAL),
            new Rectifier(), new LeakyRectifier(HALF), new KinkedSlope(HALF, BigFraction.ONE), new Square(), new AbsoluteValue(),
            new Maximum(), new Minimum(), new FirstGreater(HALF), new FirstLess(HALF), new Scale(TWO), new Constant(TWO),
            new Clip(HALF), new ClipSlope(TWO, HALF), new Descend(), new Decay(), new VelocityUpdate(), new Blend(),
            new PerceptronError(), new HingeError(), new AbsoluteError());

    private static final Heap MEMORY = Snapshot.of(ALL.toArray());

    private NumberOperations() {
    }

    private static BigFraction reciprocal(BigFraction x) {
        if (x.signum() == 0) {
            throw new IllegalArgumentException("0 was to be inverted");
        }
        return x.reciprocal();
    }

    /** A memory in which each of them is, with what it was made with. */
    static Heap memory() {
        return MEMORY;
    }

    /** Every operation, on numbers. */
    static World world(Draw draw) {
        World world = new World(draw, () -> new Placed(new Setting(draw, 2)));
        ALL.forEach(operation -> world.name(new Reference(operation), "a"));
        List.of("p", "q", "r").forEach(name -> world.name(Programs.content(draw.number()), name));
        world.offer(Programs.noContent(), Programs.content("a word"));
        return world;
    }
}
