package org.stillpoint.arbitraries;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Vector;

/** Data sets of one to six samples, one sample and repeated samples among them. */
public final class DataSets {

    private DataSets() {
    }

    /** Any inputs and targets. */
    public static Arbitrary<DataSet> any(int inputs, int outputs) {
        return of(inputs, vector(outputs, Rationals.any()));
    }

    /** Targets 1 and -1. */
    public static Arbitrary<DataSet> labelled(int inputs, int outputs) {
        return of(inputs, vector(outputs, Arbitraries.of(BigFraction.ONE, BigFraction.MINUS_ONE)));
    }

    /** Targets other than zero. */
    static Arbitrary<DataSet> withTargetsOtherThanZero(int inputs, int outputs) {
        return of(inputs, vector(outputs, Rationals.nonZero()));
    }

    /** One output, as many labels 1 as -1. */
    public static Arbitrary<DataSet> balanced(int inputs) {
        return Arbitraries.integers().between(1, 3).flatMap(each -> {
            List<Vector> labels = new ArrayList<>(Collections.nCopies(each, Vector.of("1")));
            labels.addAll(Collections.nCopies(each, Vector.of("-1")));
            return Combinators.combine(samples(2 * each, vector(inputs, Rationals.any())), Arbitraries.shuffle(labels))
                    .as(DataSet::new);
        });
    }

    private static Arbitrary<DataSet> of(int inputs, Arbitrary<Vector> target) {
        Arbitrary<Tuple.Tuple2<Vector, Vector>> sample = Combinators.combine(vector(inputs, Rationals.any()), target)
                .as(Tuple::of);
        return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(1)), Tuple.of(3, Arbitraries.integers().between(2, 6)))
                .flatMap(size -> samples(size, sample))
                .map(samples -> new DataSet(samples.stream().map(Tuple.Tuple2::get1).toList(),
                        samples.stream().map(Tuple.Tuple2::get2).toList()));
    }

    /** Drawn with repetition from as many as there are to draw. */
    private static <T> Arbitrary<List<T>> samples(int size, Arbitrary<T> sample) {
        return Combinators.combine(sample.list().ofSize(size), Arbitraries.integers().between(0, size - 1).list().ofSize(size))
                .as((pool, drawn) -> drawn.stream().map(pool::get).toList());
    }

    static Arbitrary<Vector> vector(int size, Arbitrary<BigFraction> entries) {
        return entries.list().ofSize(size).map(Vector::new);
    }
}
