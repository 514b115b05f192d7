package org.stillpoint.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.DomainException;
import org.stillpoint.domain.KinkDerivatives;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.kernel.LossDerivative;
import org.stillpoint.kernel.Vectors;
import org.stillpoint.optimiser.Adagrad;
import org.stillpoint.optimiser.Adam;
import org.stillpoint.optimiser.GradientDescent;
import org.stillpoint.optimiser.Nesterov;
import org.stillpoint.optimiser.RmsProp;

/**
 * The library's fractions can be extended, those of the proofs cannot: a number that calculates otherwise is refused where it
 * comes in.
 */
class PlainNumbersTest {

    private static final BigFraction ODD = new TimesOne();
    private static final BigFraction HALF = BigFraction.ONE_HALF;
    private static final Network NETWORK = Network.zeros(List.of(1, 1, 1), true);
    private static final DataSet DATA = new DataSet(List.of(Vector.of("1")), List.of(Vector.of("1")));
    private static final LossDerivative ODD_LOSS = (output, target) -> new BigFraction[] {ODD};

    /** The records of numbers that the kernel is fed with, all of which are tried here. */
    private static final Set<Class<?>> TRIED = Set.of(Vector.class, Settings.class, KinkDerivatives.class, GradientDescent.class,
            Nesterov.class, Adam.class, RmsProp.class, Adagrad.class);
    /** Results, which go nowhere. */
    private static final Set<Class<?>> RESULTS = Set.of(Accuracy.class);

    /** A zero of which products are one. */
    private static final class TimesOne extends BigFraction {

        private static final long serialVersionUID = 1L;

        TimesOne() {
            super(0);
        }

        @Override
        public BigFraction multiply(BigFraction factor) {
            return BigFraction.ONE;
        }
    }

    @Test
    void vectorsTakeFractionsOnlyAndSoDoMatrices() {
        refused(() -> Vector.of(BigFraction.ONE, ODD));
        refused(() -> Vector.constant(2, ODD));
        refused(() -> Matrix.constant(1, 1, ODD));
    }

    @Test
    void settingsAndDerivativesAtKinksTakeFractionsOnly() {
        Settings settings = Settings.defaults(1);

        refused(() -> settings.withLearningRate(ODD));
        refused(() -> settings.withMomentum(ODD));
        refused(() -> settings.withWeightDecay(ODD));
        refused(() -> settings.withKappa(ODD));
        refused(() -> settings.withKinks(new KinkDerivatives(HALF, Map.of(Activation.RELU, ODD))));
    }

    @Test
    void optimisersTakeFractionsOnly() {
        refused(() -> GradientDescent.plain(ODD));
        refused(() -> new GradientDescent(HALF, ODD, HALF));
        refused(() -> new GradientDescent(HALF, HALF, ODD));
        refused(() -> new Nesterov(ODD, HALF, HALF));
        refused(() -> new Nesterov(HALF, ODD, HALF));
        refused(() -> new Nesterov(HALF, HALF, ODD));
        refused(() -> new Adam(ODD, HALF, HALF, HALF));
        refused(() -> new Adam(HALF, ODD, HALF, HALF));
        refused(() -> new Adam(HALF, HALF, ODD, HALF));
        refused(() -> new Adam(HALF, HALF, HALF, ODD));
        refused(() -> new RmsProp(ODD, HALF, HALF));
        refused(() -> new RmsProp(HALF, ODD, HALF));
        refused(() -> new RmsProp(HALF, HALF, ODD));
        refused(() -> new Adagrad(ODD, HALF));
        refused(() -> new Adagrad(HALF, ODD));
    }

    @Test
    void theDerivativeOfALossThatSomebodyMadeIsRefusedWhereItIsTaken() {
        refused(() -> Training.descend(NETWORK, DATA, Settings.defaults(1), ODD_LOSS));
        refused(() -> Gradients.mean(NETWORK, DATA, ODD_LOSS, BigFraction.ZERO));
        refused(() -> Optimisation.train(NETWORK, DATA, Settings.defaults(1), ODD_LOSS, GradientDescent.plain(HALF)));
    }

    @Test
    void aFactorInParameterSpaceIsAFraction() {
        refused(() -> ParameterSpace.addScaled(NETWORK, ODD, NETWORK));
    }

    @Test
    void noRecordThatFeedsTheKernelIsLeftOut() {
        Set<Class<?>> records = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.stillpoint.domain", "org.stillpoint.optimiser").stream().map(JavaClass::reflect)
                .filter(type -> type.isRecord() && Modifier.isPublic(type.getModifiers()) && hasNumber(type))
                .collect(Collectors.toSet());
        records.removeAll(RESULTS);

        assertThat(records).isEqualTo(TRIED);
    }

    /** Why it matters, and what the inventory of trust says of those who call the kernel themselves. */
    @Test
    void theKernelItselfRefusesNothing() {
        assertThat(Vectors.dot(new BigFraction[] {ODD}, new BigFraction[] {BigFraction.ONE})).isEqualTo(BigFraction.ONE);
    }

    private static boolean hasNumber(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType)
                .anyMatch(component -> component.getTypeName().contains(BigFraction.class.getName()));
    }

    private static void refused(ThrowingCallable entry) {
        assertThatThrownBy(entry).isInstanceOf(DomainException.class).hasMessage("a number of " + TimesOne.class
                + ", expected BigFraction itself, as a subclass may calculate otherwise");
    }
}
