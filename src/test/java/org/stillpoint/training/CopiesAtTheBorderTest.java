package org.stillpoint.training;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.enclosure.Exact;
import org.stillpoint.enclosure.Real;
import org.stillpoint.engine.LayerGradient;
import org.stillpoint.engine.NetworkGradient;
import org.stillpoint.engine.RealGradients;
import org.stillpoint.engine.RealLayer;
import org.stillpoint.engine.RealNetwork;
import org.stillpoint.engine.RealSample;
import org.stillpoint.engine.RealStep;
import org.stillpoint.engine.RealTrace;
import org.stillpoint.engine.SampleTrace;
import org.stillpoint.engine.StepTrace;
import org.stillpoint.engine.Trace;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Parameters;
import org.stillpoint.optimiser.Optimiser;
import org.stillpoint.optimiser.OptimiserState;

/**
 * Values outside the kernel are nobody else's: whoever writes into what they were made from, or into the arrays of a training,
 * changes none.
 */
class CopiesAtTheBorderTest {

    private static final Vector ONE = Vector.of("1");
    private static final Network NETWORK = new Network(List.of(new Layer(Matrix.of(ONE), Optional.of(ONE), Activation.IDENTITY)));
    private static final DataSet DATA = new DataSet(List.of(ONE), List.of(ONE));
    private static final LayerGradient LAYER_GRADIENT = new LayerGradient(Matrix.of(ONE), Optional.empty());
    private static final NetworkGradient GRADIENT = new NetworkGradient(List.of(LAYER_GRADIENT));
    private static final SampleTrace SAMPLE = new SampleTrace(List.of(ONE), List.of(ONE), List.of(ONE), ONE, BigFraction.ONE);
    private static final StepTrace STEP = new StepTrace(List.of(0), List.of(SAMPLE), GRADIENT, NETWORK);
    private static final Real REAL = new Exact(BigFraction.ONE);
    private static final RealLayer REAL_LAYER = new RealLayer(List.of(List.of(REAL)), Optional.empty());
    private static final RealNetwork REAL_NETWORK = RealNetwork.of(NETWORK);
    private static final RealSample REAL_SAMPLE = RealSample.of(SAMPLE);
    private static final RealStep REAL_STEP = RealStep.of(STEP);

    private final List<Object> lists = new ArrayList<>();

    /** Each record with a list or a map, made from ones that can change. */
    private final List<Record> made = List.of(
            new Vector(changing(BigFraction.ONE)),
            new Matrix(changing(ONE)),
            new Network(changing(NETWORK.layers().get(0))),
            new DataSet(changing(ONE), changing(ONE)),
            new KinkDerivatives(BigFraction.ONE, changingMap()),
            new Trace(changing(STEP)),
            new StepTrace(changing(0), changing(SAMPLE), GRADIENT, NETWORK),
            new SampleTrace(changing(ONE), changing(ONE), changing(ONE), ONE, BigFraction.ONE),
            new NetworkGradient(changing(LAYER_GRADIENT)),
            new RealTrace(changing(REAL_STEP)),
            new RealStep(changing(0), changing(REAL_SAMPLE), changing(REAL_LAYER), REAL_NETWORK),
            new RealSample(changing(changing(REAL)), changing(changing(REAL)), changing(changing(REAL)), changing(REAL), REAL),
            new RealNetwork(NETWORK, changing(REAL_LAYER)),
            new RealGradients(REAL, changing(REAL_LAYER)),
            new RealLayer(changing(changing(REAL)), Optional.of(changing(REAL))));

    @Test
    void aValueKeepsWhatItWasMadeFrom() {
        List<String> before = made.stream().map(Record::toString).toList();
        lists.forEach(list -> {
            if (list instanceof Collection<?> collection) {
                collection.clear();
            } else {
                ((Map<?, ?>) list).clear();
            }
        });

        assertThat(made.stream().map(Record::toString)).containsExactlyElementsOf(before);
    }

    @Test
    void noRecordWithAListIsLeftOut() {
        assertThat(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.stillpoint")
                .that(resideInAnyPackage("org.stillpoint.domain", "org.stillpoint.training", "org.stillpoint.engine")).stream()
                .map(JavaClass::reflect)
                .filter(type -> type.isRecord() && Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
                        .anyMatch(component -> component.isArray() || Collection.class.isAssignableFrom(component)
                                || Map.class.isAssignableFrom(component))).collect(Collectors.toSet()))
                .isEqualTo(made.stream().map(Object::getClass).collect(Collectors.toSet()));
    }

    @Test
    void aVectorKeepsTheArrayItWasMadeFrom() {
        BigFraction[] entries = {BigFraction.ONE};
        Vector vector = Vector.of(entries);
        entries[0] = BigFraction.TWO;

        assertThat(vector).isEqualTo(ONE);
    }

    @Test
    void aLossThatWritesIntoWhatItIsGivenChangesNoValue() {
        LossDerivative writing = (output, target) -> {
            target[0] = BigFraction.TWO;
            output[0] = BigFraction.TWO;
            return output;
        };

        requireUnchanged(() -> Training.descend(NETWORK, DATA, Settings.defaults(2), writing));
        requireUnchanged(() -> Gradients.mean(NETWORK, DATA, writing, BigFraction.ZERO));
    }

    @Test
    void anOptimiserThatWritesIntoWhatItIsGivenChangesNoValue() {
        requireUnchanged(() -> Optimisation.train(NETWORK, DATA, Settings.defaults(2), Loss.HINGE,
                new Overwriting()));
    }

    /** An optimiser that keeps its arrays, and writes the number of the step into them. */
    private record Overwriting() implements Optimiser {

        @Override
        public int memories() {
            return 0;
        }

        @Override
        public OptimiserState step(OptimiserState state, Parameters gradient) {
            state.parameters().weights[0][0][0] = new BigFraction(10 + state.steps());
            gradient.weights[0][0][0] = BigFraction.ZERO;
            return new OptimiserState(state.parameters(), List.of(), state.steps() + 1);
        }
    }

    @Test
    void theNetworkOfAStepIsNotThatOfALaterOne() {
        List<Network> networks = Optimisation.train(NETWORK, DATA, Settings.defaults(2), Loss.HINGE,
                new Overwriting());

        assertThat(networks).extracting(network -> network.layers().get(0).weights()).containsExactly(
                Matrix.of(ONE), Matrix.of(Vector.of("10")), Matrix.of(Vector.of("11")));
    }

    private static void requireUnchanged(Supplier<?> training) {
        String before = NETWORK + " " + DATA;
        training.get();

        assertThat(NETWORK + " " + DATA).isEqualTo(before);
    }

    private <T> List<T> changing(T entry) {
        List<T> list = new ArrayList<>(List.of(entry));
        lists.add(list);
        return list;
    }

    private Map<Activation, BigFraction> changingMap() {
        Map<Activation, BigFraction> map = new HashMap<>(Map.of(Activation.RELU, BigFraction.ONE));
        lists.add(map);
        return map;
    }
}
