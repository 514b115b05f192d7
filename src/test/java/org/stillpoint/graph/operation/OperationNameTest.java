package org.stillpoint.graph.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class OperationNameTest {

    @Test
    void operationsOfTheKernelHaveTheNamesOfTheirClasses() {
        assertThat(OperationName.of(NumberOperations.sum().operation())).isEqualTo("sum");
        assertThat(OperationName.of(NumberOperations.product().pulls().get(0).orElseThrow().error()))
                .isEqualTo("product with third");
        assertThat(OperationName.of(Forward.multiple(BigFraction.ONE_HALF).operation())).isEqualTo("1/2 times");
    }
}
