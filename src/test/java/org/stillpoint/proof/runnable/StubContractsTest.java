package org.stillpoint.proof.runnable;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.proof.prover.SourceMethods;
import org.stillpoint.proof.prover.SourceMethods.SourceMethod;
import org.stillpoint.proof.prover.Specification;
import org.stillpoint.proof.runnable.StubCalls.Call;

/** What the stubs say, as it stands in their text, holds of the real methods, and they say nothing else. */
class StubContractsTest {

    private static final Path STUBS = Path.of("specs/stubs");
    private static final Map<String, RunnableContract> CONTRACTS = contracts(STUBS);

    /** Methods that change or create nothing, and whose result depends on values only: this is all that a stub may consist of. */
    private static final String CONTRACT = "/\\*@ public normal_behavior\\s+(@ requires [^@;]+;\\s+)*(@ ensures [^@;]+;\\s+)+"
            + "@ assignable \\\\strictly_nothing;\\s+@\\*/";
    private static final String METHOD = CONTRACT
            + "\\s+public (static )?/\\*@ helper (nullable )?@\\*/ \\w+ \\w+\\((\\w+ \\w+(, \\w+ \\w+)*)?\\);";
    private static final String STUB = "package [\\w.]+;\\s+(/\\*\\* [^@*]+ \\*/\\s+)?public (final )?class \\w+ \\{(\\s+"
            + METHOD + ")+\\s+}\\s+";

    /** False contracts, each by the method, what it has in place of the text before, and what is found out. */
    private record Mistake(String contract, String before, String instead, String found) {

        @Override
        public String toString() {
            return contract + " with " + instead;
        }
    }

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("BigFraction.signum", "ensures \\result == \\dl_qSignum(\\dl_val(this))", "ensures \\result >= 0",
                    "\\result >= 0 is false of -1"),
            new Mistake("BigFraction.signum", "ensures \\result == \\dl_qSignum(\\dl_val(this))", "ensures \\result != 1",
                    "is false of 1"),
            new Mistake("BigFraction.add", "\\dl_qAdd(\\dl_val(this), \\dl_val(fraction))", "\\dl_val(this)", "is false of"),
            new Mistake("BigFraction.add", "\\dl_qAdd(\\dl_val(this), \\dl_val(fraction))",
                    "\\dl_qAdd(\\dl_val(this), \\dl_val(this))", "is false of"),
            new Mistake("BigFraction.multiply", "\\dl_qMul(\\dl_val(this), \\dl_val(fraction))",
                    "\\dl_qAdd(\\dl_val(this), \\dl_val(fraction))", "is false of"),
            new Mistake("BigFraction.negate", "\\dl_qNeg(\\dl_val(this))", "\\dl_val(this)", "is false of"),
            new Mistake("BigFraction.negate", "ensures \\result != null", "ensures \\result == null", "is false of"),
            new Mistake("BigFraction.getReducedFraction", "requires denominator != 0;", "requires true;", ", 0]"),
            new Mistake("BigFraction.getReducedFraction", "\\dl_qRatio(numerator, denominator)",
                    "\\dl_qRatio(denominator, numerator)", "is false of"),
            new Mistake("BigFractionField.getZero", "\\dl_qZero()", "\\dl_qOne()", "is false of 0"),
            new Mistake("BigFractionField.getOne", "\\dl_qOne()", "\\dl_qZero()", "is false of 1"),
            new Mistake("BigFractionField.getInstance", "ensures \\result != null", "ensures \\result == null", "is false of"));

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> everyContractOfAStubHoldsOfTheRealMethod() {
        return CONTRACTS.entrySet().stream().map(contract -> DynamicTest.dynamicTest(contract.getKey(), () ->
                assertThat(mistake(contract.getKey(), contract.getValue())).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> aFalseContractIsFoundOut() {
        return MISTAKES.stream().map(mistake -> DynamicTest.dynamicTest(mistake.toString(), () -> {
            Path stubs = Files.createTempDirectory(directory, "stubs");
            for (SourceMethod method : methods()) {
                Path copy = stubs.resolve(STUBS.toAbsolutePath().relativize(method.file()));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, with(method.file(), mistake));
            }

            assertThat(mistake(mistake.contract(), contracts(stubs).get(mistake.contract()))).hasValueSatisfying(found ->
                    assertThat(found).contains(mistake.found()));
        }));
    }

    @Test
    void everyMethodOfAStubHasAFalseContract() {
        assertThat(MISTAKES.stream().map(Mistake::contract)).containsAll(CONTRACTS.keySet());
    }

    @Test
    void theCallsHaveZerosOnesEqualNegativeAndLongNumbersAndQuotients() {
        List<Call> calls = StubCalls.allowedBy("BigFraction.add", CONTRACTS.get("BigFraction.add"));

        requireMany(calls, (x, y) -> x.signum() == 0);
        requireMany(calls, (x, y) -> x.signum() < 0 && y.signum() > 0);
        requireMany(calls, (x, y) -> x.equals(y));
        requireMany(calls, (x, y) -> x.equals(BigFraction.ONE) || y.equals(BigFraction.ONE));
        requireMany(calls, (x, y) -> !x.isInteger() && !y.isInteger());
        requireMany(calls, (x, y) -> x.getNumerator().bitLength() > Long.SIZE || y.getNumerator().bitLength() > Long.SIZE);
    }

    @Test
    void everyMethodOfAStubIsAMethodOfTheRealClass() throws ReflectiveOperationException {
        for (SourceMethod method : methods()) {
            Class<?> type = Class.forName("org.hipparchus.fraction." + method.type());
            Method real = Arrays.stream(type.getDeclaredMethods())
                    .filter(candidate -> !candidate.isBridge() && candidate.getName().equals(method.name())
                    && Arrays.stream(candidate.getParameterTypes()).map(Class::getSimpleName).toList()
                    .equals(List.copyOf(method.parameters().values())))
                    .findFirst().orElseThrow(() -> new AssertionError(type + " has no method " + method));

            assertThat(real.getReturnType().getSimpleName()).as("result of %s", real).isEqualTo(method.returns());
            assertThat(Modifier.isStatic(real.getModifiers())).as("%s is static", real)
                    .isEqualTo(method.modifiers().contains(javax.lang.model.element.Modifier.STATIC));
            assertThat(Modifier.isPublic(real.getModifiers())).as("%s is public", real).isTrue();
        }
    }

    /**
     * An invariant, a field or a second contract would be believed too; a parameter that may be null would be promised an answer.
     */
    @Test
    void aStubConsistsOfMethodsWithOneContractEach() {
        assertThat(Specification.ofThisBuild().stubs()).isNotEmpty()
                .allSatisfy(stub -> assertThat(Specification.read(stub).matches(STUB)).as("the form of %s", stub).isTrue());
    }

    @Test
    void whateverElseAStubSaysIsNoticed() {
        String stub = Specification.read(STUBS.resolve("org/hipparchus/fraction/BigFraction.java"));

        assertThat(Stream.of(stub.replaceFirst("\\{", "{\n    //@ public static invariant 1 == 2;\n"),
                stub.replaceFirst("class", "/*@ nullable_by_default @*/ class"),
                stub.replaceFirst("\\(BigFraction", "(/*@ nullable @*/ BigFraction"),
                stub.replaceFirst("@ assignable", "@ diverges true;\n      @ assignable"),
                stub.replaceFirst("strictly_nothing", "everything"),
                stub.replaceFirst("\\{", "{\n    private int cached;\n"))).allSatisfy(other -> {
                    assertThat(other).isNotEqualTo(stub);
                    assertThat(other.matches(STUB)).isFalse();
                });
    }

    /** So there is one representation of a value that comes from outside, but for objects. */
    @Test
    void aFractionIsReducedWhenItIsMade() {
        assertThat(new BigFraction(BigInteger.TWO, BigInteger.valueOf(-4)).getNumerator()).isEqualTo(-1);
        assertThat(new BigFraction(2, 4).getDenominator()).isEqualTo(2);
        assertThat(new BigFraction(0, 5).getDenominator()).isOne();
    }

    private static Map<String, RunnableContract> contracts(Path stubs) {
        return RunnableContract.in(stubs,
                methods().stream().map(method -> stubs.resolve(STUBS.toAbsolutePath().relativize(method.file())))
                .distinct().toList());
    }

    private static List<SourceMethod> methods() {
        return SourceMethods.in(Specification.ofThisBuild().stubs());
    }

    private static Optional<String> mistake(String name, RunnableContract contract) {
        List<Call> calls = StubCalls.allowedBy(name, contract);
        return StubCalls.mistake(contract, calls);
    }

    /** The text of a stub, with the mistake in the contract of its method. */
    private static String with(Path stub, Mistake mistake) {
        String text = Specification.read(stub);
        if (!stub.endsWith(mistake.contract().replaceFirst("\\..*", ".java"))) {
            return text;
        }
        int method = text.indexOf(" " + mistake.contract().replaceFirst(".*\\.", "") + "(");
        int place = text.substring(0, method).lastIndexOf(mistake.before());
        assertThat(place).as("place of %s", mistake).isGreaterThan(text.substring(0, method).lastIndexOf("/*@ public"));
        return text.substring(0, place) + mistake.instead() + text.substring(place + mistake.before().length());
    }

    private static void requireMany(List<Call> calls, BiPredicate<BigFraction, BigFraction> kind) {
        assertThat(calls).filteredOn(call ->
                kind.test((BigFraction) call.arguments().get(0), (BigFraction) call.arguments().get(1)))
                .hasSizeGreaterThanOrEqualTo(5);
    }
}
