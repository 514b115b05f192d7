package org.stillpoint.proof.runnable;

import static org.assertj.core.api.Assertions.assertThat;

import de.uka.ilkd.key.logic.Term;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stillpoint.contract.KernelValue;
import org.stillpoint.proof.prover.ContractAsRead;
import org.stillpoint.proof.prover.Prover;
import org.stillpoint.proof.prover.Specification;
import org.stillpoint.proof.runnable.RunnableContract.Part;

/** KeY has the contracts that the source shows, and nothing else; and what KeY has can be met, and is then true. */
@Tag("proof")
class ReadContractsTest {

    /**
     * KeY takes it that a field holds an object, unless a comment stands before it. Every method of these classes is a helper,
     * which asks for no invariant and promises none.
     */
    static final Set<String> IMPLIED = Stream.concat(KernelValue.TYPES.stream(), KernelValue.OPERATIONS.stream())
            .flatMap(ReadContractsTest::implied)
            .collect(Collectors.toCollection(TreeSet::new));

    private static final Pattern WORD = Pattern.compile("\\\\dl_(\\w+)");

    private static SortedMap<String, ContractAsRead> read;
    private static Map<String, RunnableContract> source;
    private static Map<String, List<Object>> calls;

    private static Stream<String> implied(Class<?> type) {
        String text = Specification.ofThisBuild().sources().stream().filter(file -> file.endsWith(type.getSimpleName() + ".java"))
                .map(Specification::read).findFirst().orElseThrow();
        List<Field> fields = Stream.of(type.getFields())
                .filter(field -> !field.getType().isPrimitive() && !hasComment(field, text)).toList();
        return Stream.concat(fields.stream().map(field -> type.getSimpleName() + ": invariant " + isThere(field) + "<<impl>>"),
                IntStream.rangeClosed(1, fields.size())
                        .mapToObj(n -> type.getSimpleName() + ": JML class invariant in " + type.getName() + " no " + n));
    }

    private static boolean hasComment(Field field, String text) {
        return Pattern.compile("\\*/\\s+public final \\S+ " + field.getName() + ";").matcher(text).find();
    }

    private static String isThere(Field field) {
        String held = field.getType().getCanonicalName() + "::select(heap,self," + field.getDeclaringClass().getName() + "::$"
                + field.getName() + ")";
        // the innermost entries of an array of numbers or truth values are no objects
        boolean ofNoObjects = held.matches("[a-z]+\\[].*");
        long nested = held.chars().filter(letter -> letter == '[').count() - (ofNoObjects ? 1 : 0);
        return nested > 0 ? "nonNull(heap," + held + ",Z(" + nested + "(#)))" : "not(equals(" + held + ",null))";
    }

    @BeforeAll
    static void readTheContracts() {
        read = Prover.ofKernel().read();
        source = RunnableContract.ofThisBuild();
        calls = ConcreteCalls.all();
    }

    @Test
    void everyCommentThatKeyMightReadIsAContractOrALoopOrAModifier() {
        List<Path> files = new ArrayList<>(Specification.ofThisBuild().sources());
        files.addAll(Specification.ofThisBuild().stubs());
        assertThat(JmlComments.others(files)).isEmpty();
    }

    @Test
    void keyHasReadNothingBesidesTheContracts() {
        assertThat(Prover.ofKernel().otherSpecifications()).isEqualTo(IMPLIED);
        assertThat(read.keySet()).isEqualTo(new TreeSet<>(source.keySet()));
    }

    @TestFactory
    Stream<DynamicTest> eachPartThatKeyHasIsInTheSource() {
        return source.keySet().stream().map(contract -> DynamicTest.dynamicTest(contract, () -> {
            assertThat(wordsRead(read.get(contract).requires())).isEqualTo(wordsWritten(source.get(contract).requires()));
            List<List<String>> ensured = wordsWritten(source.get(contract).ensures());
            // that no exception is thrown
            ensured.add(List.of());
            assertThat(wordsRead(read.get(contract).ensures())).isEqualTo(ensured);
        }));
    }

    @TestFactory
    Stream<DynamicTest> aCallSatisfiesWhatKeyHas() {
        return read.values().stream().map(contract -> DynamicTest.dynamicTest(contract.name(), () -> {
            List<Object> arguments = calls.get(contract.name());
            CallInTheModel call = new CallInTheModel(contract, arguments);
            assertThat(contract.requires()).allMatch(call::holds);
            CallInTheModel returned = call.returned(source.get(contract.name()).call(arguments));
            assertThat(contract.ensures()).allMatch(returned::holds);
        }));
    }

    /** The words of each part, in their order. */
    static List<List<String>> wordsRead(List<Term> parts) {
        Set<String> words = words();
        return new ArrayList<>(parts.stream().map(part -> ContractAsRead.functions(part).stream().filter(words::contains)
                .toList()).toList());
    }

    private static Set<String> words() {
        Set<String> words = new TreeSet<>();
        Specification.ofThisBuild().sources().forEach(file -> WORD.matcher(Specification.read(file)).results()
                .forEach(word -> words.add(word.group(1))));
        return words;
    }

    /** That something is new has two parts: that it is not null, and that it was not created before. */
    static List<List<String>> wordsWritten(List<Part> parts) {
        List<List<String>> words = new ArrayList<>();
        for (Part part : parts) {
            words.add(WORD.matcher(part.text()).results().map(word -> word.group(1)).toList());
            if (part.text().startsWith("\\fresh(")) {
                words.add(List.of());
            }
        }
        return words;
    }
}
