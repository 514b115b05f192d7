package org.stillpoint.graph.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.stillpoint.tensor.Tensor;

/** What forward operations return, and the shape they say it has. */
class ForwardProperties {

    private static final List<ForwardCase> CASES = ForwardCases.all();

    @Property(tries = 30)
    void everyForwardOperationIsWhatItsDefinitionSays(@ForAll long seed) {
        for (ForwardCase forward : CASES) {
            List<Tensor> operands = forward.operands().apply(new Random(seed));

            assertThat(forward.result(operands)).as("%s of %s", forward, operands)
                    .isEqualTo(forward.definition(operands, 0, Tensor.zeros(operands.get(0).shape())).values());
        }
    }

    @Property(tries = 30)
    void theShapeOfEveryResultIsForetold(@ForAll long seed) {
        for (ForwardCase forward : CASES) {
            List<Tensor> operands = forward.operands().apply(new Random(seed));

            assertThat(forward.shape(operands)).as("%s of %s", forward, operands).isEqualTo(forward.result(operands).shape());
        }
    }

    @Example
    void everyForwardOperationHasACase() {
        assertThat(CASES).extracting(ForwardCase::method).containsAll(Arrays.stream(Forward.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .map(Method::getName).toList());
    }
}
