package org.stillpoint.graph.operation;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stillpoint.domain.DomainException;
import org.stillpoint.kernel.graph.Operation;
import org.stillpoint.tensor.Tensor;

/** What operations declare of zeros holds of every operand that they take, and they declare all that does. */
class ZeroRuleProperties {

    private static final List<OperationCase> CASES = OperationCases.all();
    private static final List<Boolean> BOTH = List.of(false, true);
    private static final int DRAWS = 100;

    @Property(tries = 20)
    void whereAnOperationSaysThatItVanishesItsResultIsZero(@ForAll long seed) {
        forEachCase((test, marks) -> {
            if (vanishes(test.operation(), marks)) {
                assertThat(holds(test, marks, seed, ZeroRuleProperties::isZero)).as("%s with %s", test, marks)
                        .isNotEqualTo(Optional.of(false));
            }
        });
    }

    @Property(tries = 20)
    void whereAnOperationSaysThatItKeepsItsResultIsTheFirstOperand(@ForAll long seed) {
        forEachCase((test, marks) -> {
            if (keeps(test.operation(), marks)) {
                assertThat(holds(test, marks, seed, Object::equals)).as("%s with %s", test, marks)
                        .isNotEqualTo(Optional.of(false));
            }
        });
    }

    /** A rule for operands that are never taken would be tested by nothing; one mark more may be too much. */
    @Example
    void everyRuleIsOneOfOperandsThatAreTaken() {
        forEachCase((test, marks) -> {
            if (isLeast(marks, less -> vanishes(test.operation(), less))
                    || isLeast(marks, less -> keeps(test.operation(), less))) {
                assertThat(draws(test, marks, (result, x) -> true).anyMatch(Optional::isPresent))
                        .as("%s with %s", test, marks).isTrue();
            }
        });
    }

    /** A rule holds of these marks, and of none with one less. */
    private static boolean isLeast(List<Boolean> marks, Predicate<List<Boolean>> rule) {
        return rule.test(marks) && IntStream.range(0, marks.size()).filter(marks::get).mapToObj(i -> {
            List<Boolean> less = new ArrayList<>(marks);
            less.set(i, false);
            return less;
        }).noneMatch(rule);
    }

    @Example
    void whereAnOperationDoesNotSayThatItVanishesThereIsAResultThatIsNotZero() {
        forEachCase((test, marks) -> {
            if (!vanishes(test.operation(), marks) && !test.takesLittle()) {
                assertRefuted(test, marks, ZeroRuleProperties::isZero);
            }
        });
    }

    /** The first operand is not zero itself. */
    @Example
    void whereAnOperationDoesNotSayThatItKeepsThereIsAResultThatIsNotTheFirstOperand() {
        forEachCase((test, marks) -> {
            if (!keeps(test.operation(), marks) && !marks.get(0) && !test.takesLittle()) {
                assertRefuted(test, marks, Object::equals);
            }
        });
    }

    /** What a sum with this rule would say: zero with its first operand, the first operand with none. */
    @Example
    void aRuleThatDoesNotHoldIsNoticed() {
        OperationCase sum = CASES.stream().filter(test -> test.operation().equals(new Sum())).findFirst().orElseThrow();

        assertThat(draws(sum, List.of(true, false, false), ZeroRuleProperties::isZero)).contains(Optional.of(false));
        assertThat(draws(sum, List.of(false, false, false), Object::equals)).contains(Optional.of(false));
    }

    @Example
    void operationsMadeTwiceAreEqual() {
        List<OperationCase> again = OperationCases.all();

        assertThat(again).extracting(OperationCase::operation).isEqualTo(CASES.stream().map(OperationCase::operation).toList());
        assertThat(ForwardCases.all()).extracting(ForwardCase::differentiable)
                .isEqualTo(ForwardCases.all().stream().map(ForwardCase::differentiable).toList());
    }

    @Example
    void everyOperationHasACase() {
        List<String> all = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.stillpoint.graph.operation").stream()
                .filter(type -> type.isAssignableTo(Operation.class) && !type.isInterface()
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getName).toList();

        assertThat(CASES.stream().flatMap(test -> within(test.operation())).map(operation -> operation.getClass().getName()))
                .isNotEmpty().containsAll(all);
    }

    /** An operation, and the one that it rearranges. */
    private static Stream<Operation> within(Operation operation) {
        return operation instanceof Rearranged rearranged
                ? Stream.concat(Stream.of(operation), within(rearranged.operation())) : Stream.of(operation);
    }

    private interface MarkTest {

        void of(OperationCase test, List<Boolean> marks);
    }

    private static void forEachCase(MarkTest test) {
        for (OperationCase operation : CASES) {
            for (boolean x : BOTH) {
                for (boolean y : BOTH) {
                    for (boolean z : BOTH) {
                        test.of(operation, List.of(x, y, z));
                    }
                }
            }
        }
    }

    private static boolean vanishes(Operation operation, List<Boolean> marks) {
        return operation.vanishes(marks.get(0), marks.get(1), marks.get(2));
    }

    private static boolean keeps(Operation operation, List<Boolean> marks) {
        return operation.keeps(marks.get(1), marks.get(2));
    }

    private static boolean isZero(Object result, Object x) {
        return Tensor.ofValue(result).isZero();
    }

    /** No draw is taken, or one of them is against the rule, in some case of the operation. */
    private static void assertRefuted(OperationCase test, List<Boolean> marks, BiPredicate<Object, Object> rule) {
        List<OperationCase> equal = CASES.stream().filter(other -> other.operation().equals(test.operation())).toList();
        boolean taken = equal.stream().flatMap(other -> draws(other, marks, rule)).anyMatch(Optional::isPresent);

        assertThat(!taken || equal.stream().flatMap(other -> draws(other, marks, rule)).anyMatch(Optional.of(false)::equals))
                .as("%s with %s", test, marks).isTrue();
    }

    private static Stream<Optional<Boolean>> draws(OperationCase test, List<Boolean> marks, BiPredicate<Object, Object> rule) {
        return IntStream.range(0, DRAWS).mapToObj(seed -> holds(test, marks, seed, rule));
    }

    /** Whether a rule of result and first operand holds with the marked operands set to zero; empty where they are not taken. */
    private static Optional<Boolean> holds(OperationCase test, List<Boolean> marks, long seed, BiPredicate<Object, Object> rule) {
        List<Tensor> drawn = test.operands().apply(new Random(seed));
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            values.add((marks.get(i) ? Tensor.zeros(drawn.get(i).shape()) : drawn.get(i)).value());
        }
        try {
            return Optional.of(rule.test(test.operation().apply(values.get(0), values.get(1), values.get(2)), values.get(0)));
        } catch (DomainException notTaken) {
            return Optional.empty();
        }
    }
}
