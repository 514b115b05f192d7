package org.stillpoint.proof.runnable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A comment that KeY might read is a contract, the specification of a loop, or one of three modifiers. */
class JmlCommentsTest {

    private static final String METHOD = "public static int one(";
    private static final String SOURCE = """
            public final /*@ nullable_by_default @*/ class Example {
                // an ordinary comment, of one@example.org
                String text = "//@ no comment";

                /*@ public normal_behavior
                  @ requires n > 0 && (\\forall int k; 0 <= k; k >= 0);
                  @ ensures \\result == 1;
                  @ assignable \\nothing;
                  @*/
                public static int one(int n) {
                    /*@ loop_invariant 0 <= i;
                      @ assignable \\strictly_nothing;
                      @ decreases n - i;
                      @*/
                    for (int i = 0; i < n; i++) {
                    }
                    return 1;
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theAllowedOnesAreAllowed() throws IOException {
        assertThat(others(SOURCE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//@ requires n == 2;", "//@ public static invariant 1 == 2;", "/*@ public invariant false; @*/",
            "//@ axiom false;",
            "/*+KEY@ requires false; @*/", "/*-OPENJML@ requires false; @*/", "/*-ESC@ requires false; @*/",
            "//+KEY@ requires false;", "//+key@ requires false;",
            "/*+KEY+OPENJML@ requires false; @*/", "/*+KEY-OPENJML@ requires false; @*/", "//@ public initially false;",
            "//@ ghost int g;",
            "//@ public static model int m;", "/*@ represents m = 1; @*/", "/*@ pure @*/", "/*@ nullable @*/", "/*@ non_null @*/",
            "// @ requires false;",
            "/*@ public normal_behavior requires false; also @*/", "/*@ requires false; @*/", "/*@ accessible \\nothing; @*/",
            "//@ assume false;"})
    void anyOtherIsNot(String comment) throws IOException {
        assertThat(others(SOURCE.replace(METHOD, comment + "\n    " + METHOD)))
                .anySatisfy(other -> assertThat(other).startsWith("Example.java:").endsWith(comment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ensures_free false;", "requires_free false;", "diverges true;", "signals (Exception e) true;",
            "measured_by n;", "accessible \\nothing;"})
    void aContractHasNoOtherClauses(String clause) throws IOException {
        assertThat(others(SOURCE.replace("@ ensures", "@ " + clause + "\n      @ ensures"))).hasSize(1);
    }

    private List<String> others(String source) throws IOException {
        return JmlComments.others(List.of(Files.writeString(folder.resolve("Example.java"), source)));
    }
}
