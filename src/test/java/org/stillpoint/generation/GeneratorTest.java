package org.stillpoint.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.domain.Accuracy;
import org.stillpoint.domain.AccuracyRule;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Vector;
import org.stillpoint.training.Evaluation;

class GeneratorTest {

    private static final Vector PLUS = Vector.of("1");
    private static final Vector MINUS = Vector.of("-1");

    @ParameterizedTest
    @CsvSource({"'10,10,1', true", "'10,10,1', false", "'3,1', true", "'3,1', false", "'1,1', false", "'1,1,1', true",
            "'1,2,1', false",
        "'2,3,2,1', true", "'2,4,4,1', false"})
    void theTeacherClassifiesEverySampleAndTheLabelsAreBalanced(String shape, boolean bias) {
        Generated generated = Generator.generate(new Request(widths(shape), 20, 7, true, bias));
        DataSet data = generated.data();

        assertThat(Evaluation.accuracy(generated.teacher(), data)).contains(Accuracy.of(AccuracyRule.SIGN, 20, 20));
        assertThat(data.targets()).hasSize(20).containsOnly(PLUS, MINUS);
        assertThat(data.targets().stream().filter(PLUS::equals)).hasSize(10);
        assertThat(generated.teacher().widths()).isEqualTo(widths(shape));
        assertThat(generated.teacher().layers()).allMatch(layer -> layer.bias().isPresent() == bias);
    }

    private static List<Integer> widths(String shape) {
        return Stream.of(shape.split(",")).map(Integer::valueOf).toList();
    }

    @Test
    void theSameSeedGivesTheSameDataAndAnotherSeedOther() {
        assertThat(Generator.generate(request(42))).isEqualTo(Generator.generate(request(42)));
        assertThat(Generator.generate(request(42)).data()).isNotEqualTo(Generator.generate(request(43)).data());
    }

    private static Request request(long seed) {
        return new Request(List.of(4, 3, 1), 10, seed, false, true);
    }

    @Test
    void twoSamplesHaveBothLabelsAndOneSampleIsPossible() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(Generator.generate(new Request(List.of(2, 2, 1), 2, seed, false, true)).data().targets())
                    .containsExactlyInAnyOrder(PLUS, MINUS);
        }
        assertThat(Generator.generate(new Request(List.of(2, 2, 1), 1, 1, false, true)).data().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "10,10,1 | 7  | true  | true  | 7 balanced samples, expected an even number",
        "10,10,2 | 8  | true  | true  | 2 outputs in the shape 10,10,2, expected 1: the label is the sign",
        "10,10,1 | 0  | false | true  | 0 samples, expected 1 or more",
        "10,10,1 | -2 | true  | true  | -2 samples, expected 1 or more",
        "1       | 2  | true  | true  | the shape 1 has too few widths, expected at least two: inputs,hidden...,1",
        "3,0,1   | 2  | true  | true  | the shape 3,0,1 has a width below 1, expected widths of at least 1",
        "3,1,1   | 2  | true  | false | the shape 3,1,1 without biases gives one label only, expected biases or more hidden units"})
    void anImpossibleRequestIsRefused(String shape, int samples, boolean balanced, boolean bias, String message) {
        assertThatThrownBy(() -> new Request(widths(shape), samples, 1, balanced, bias))
                .isInstanceOf(GenerationException.class).hasMessage(message);
    }

    @Test
    void aTeacherThatNoDrawFindsEndsWithAnErrorNotAnEndlessSearch() {
        // through one unit after the other, almost every teacher is constant
        Request narrow = new Request(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1), 10, 1, true, true);

        assertThatThrownBy(() -> Generator.generate(narrow)).isInstanceOf(GenerationException.class)
                .hasMessageContaining("100 teachers").hasMessageContaining("expected another shape or seed");
    }
}
