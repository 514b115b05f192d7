package org.stillpoint.check.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.check.question.Ability;
import org.stillpoint.check.question.Answer;
import org.stillpoint.check.question.GradientQuestion;
import org.stillpoint.check.question.NoAnswerException;
import org.stillpoint.check.question.Question;
import org.stillpoint.check.question.Reported;
import org.stillpoint.domain.Activation;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Layer;
import org.stillpoint.domain.Loss;
import org.stillpoint.domain.Matrix;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Vector;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class ConversationTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Question QUESTION = new GradientQuestion(
            Network.of(new Layer(Matrix.of(Vector.of("1/2")), Optional.empty(), Activation.IDENTITY)),
            new DataSet(List.of(Vector.of("1")), List.of(Vector.of("2"))), Loss.SQUARED);
    private static final String HELLO = "read -r line; echo '{\"name\": \"a net\"}'; ";

    @Test
    void requestsAreCountedAndEachGetsItsAnswer(@TempDir Path folder) {
        Path heard = folder.resolve("heard");
        String listens = "while read -r line; do i=$((i + 1)); printf '%s\\n' \"$line\" >> '" + heard + "'; ";
        String answers = "printf '{\"id\": %d, \"gradients\": {\"layers\": [{\"weights\": [[%d.5]]}]}}\\n' $i $i; done";

        try (Conversation conversation = programs("read -r line; printf '%s\\n' \"$line\" > '" + heard
                + "'; echo '{\"name\": \"a net\"}'; i=0; " + listens + answers).start()) {
            assertThat(conversation.ability()).isEqualTo(Ability.defaults("a net"));
            assertThat(conversation.ask(QUESTION)).isEqualTo(gradient(new BigFraction(3, 2), "1.5"));
            assertThat(conversation.ask(QUESTION)).isEqualTo(gradient(new BigFraction(5, 2), "2.5"));
        }
        assertThat(heard).hasContent(AbilityFormat.HELLO + "\n"
                + QuestionFormat.write(1, QUESTION, Ability.defaults("").arithmetic()) + "\n"
                + QuestionFormat.write(2, QUESTION, Ability.defaults("").arithmetic()) + "\n");
    }

    private static Answer gradient(BigFraction value, String text) {
        return new Answer.Numbers(List.of(Reported.of(value, text)), Optional.empty(), Optional.empty());
    }

    @Test
    void eachStartIsARunOfItsOwn() {
        Programs programs = programs("read -r line; echo \"{\\\"name\\\": \\\"$$\\\"}\"; read -r line");

        try (Conversation one = programs.start(); Conversation other = programs.start()) {
            assertThat(one.ability().name()).isNotEqualTo(other.ability().name());
        }
    }

    @Test
    void aProgramThatEndsAtOnceIsReportedWithItsLastLines() {
        NoAnswerException failure = startFailure("echo 'ImportError: no numpy' >&2; exit 1");

        assertThat(failure).hasMessage("hello: the program ended with exit code 1, expected an answer");
        assertThat(failure.lastLines()).containsExactly("ImportError: no numpy");
    }

    @Test
    void somethingElseThanAnAbilityIsRefusedAtOnce() {
        assertThat(startFailure("echo 'Hello!'; read -r line; read -r line")).hasMessageStartingWith("hello: ")
                .hasMessageContaining("\"Hello!\"");
        assertThat(startFailure("read -r line; echo '{\"losses\": [\"mse\"]}'; read -r line"))
                .hasMessageStartingWith("hello: /losses/0: unknown loss \"mse\", expected one of ");
        assertThat(startFailure("read -r line; echo; read -r line")).hasMessageStartingWith("hello: an empty line, expected one");
    }

    @Test
    void anAnswerOnStandardErrorIsNone() {
        NoAnswerException failure = catchThrowableOfType(NoAnswerException.class,
                () -> new Programs(List.of("sh", "-c", "echo '{}' >&2; sleep 1000"), Duration.ofSeconds(2)).start());

        assertThat(failure).hasMessageStartingWith("hello: no answer within 2 seconds");
        assertThat(failure.lastLines()).contains("{}");
    }

    @Test
    void anAnswerToAnotherRequestIsRefusedWithTheLastLines() {
        NoAnswerException failure =
                failure("echo warning >&2; read -r line; echo '{\"id\": 2, \"unsupported\": \"\"}'; read -r line");

        assertThat(failure).hasMessage("request 1: /id: an answer to request \"2\", expected one to 1");
        assertThat(failure.lastLines()).contains("warning");
    }

    /** If the second answer comes late, it is taken for one to the next request. */
    @Test
    void aSecondAnswerIsRefusedAtTheLatestWithTheNextRequest() {
        String answer = "echo '{\"id\": 1, \"unsupported\": \"\"}'; ";
        try (Conversation conversation = programs(HELLO + "read -r line; " + answer + "sleep 0.1; " + answer + "read -r line; "
                + "read -r line").start()) {
            conversation.ask(QUESTION);

            assertThatThrownBy(() -> conversation.ask(QUESTION)).isInstanceOf(NoAnswerException.class)
                    .hasMessageMatching("request 2: (/id: an answer to request \"1\", expected one to 2"
                            + "|.* on standard output before it was sent, expected .*)");
        }
    }

    @Test
    void anAnswerOfAnotherShapeIsRefusedWithItsPlace() {
        String answer = "{\"id\": 1, \"gradients\": {\"layers\": [{\"weights\": [[1, 2]]}]}}";

        assertThat(failure("read -r line; echo '" + answer + "'; read -r line"))
                .hasMessage("request 1: /gradients/layers/0/weights: 1 row of 2 numbers, expected 1 of 1 (units out x units in)");
    }

    @Test
    void deathBetweenTwoRequestsIsReported() {
        assertThat(failure("exit 7")).hasMessage("request 1: the program ended with exit code 7, expected an answer");
    }

    @Test
    void nothingIsAskedThatTheProgramDoesNotTake() {
        Question hinge = new GradientQuestion(QUESTION.network(), QUESTION.data(), Loss.HINGE);
        try (Conversation conversation = programs(HELLO + "read -r line").start()) {
            assertThatThrownBy(() -> conversation.ask(hinge)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Programs programs(String script) {
        return new Programs(List.of("sh", "-c", script), LIMIT);
    }

    private static NoAnswerException startFailure(String script) {
        return catchThrowableOfType(NoAnswerException.class, () -> programs(script).start());
    }

    /** What comes of the first question to a program that has said hello. */
    private static NoAnswerException failure(String script) {
        try (Conversation conversation = programs(HELLO + script).start()) {
            return catchThrowableOfType(NoAnswerException.class, () -> conversation.ask(QUESTION));
        }
    }
}
