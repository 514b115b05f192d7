package org.stillpoint.properties;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.PropertyFigures;

/** Gives every property its seed, records that it ran, and writes the counterexample of each one that failed. */
public final class PropertyEvidence implements AroundPropertyHook {

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) throws Throwable {
        long start = System.nanoTime();
        if (context.attributes().seed().isEmpty()) {
            context.attributes().setSeed(Seeds.of(context.containerClass(), context.targetMethod().getName()));
        }
        PropertyExecutionResult result = property.execute();
        BigDecimal seconds = BigDecimal.valueOf((System.nanoTime() - start) / 1_000_000, 3);
        if (isOfThisBuild(context)) {
            EvidenceLog.fromSystemProperty().record(new EvidenceRecord(name(context),
                    result.status() == PropertyExecutionResult.Status.SUCCESSFUL, seconds,
                    Claim.Reader.bearings(context.targetMethod()), figures(context.targetMethod(), result)));
            FalsifiedSample.of(context.targetMethod(), result).ifPresent(FalsifiedSample::write);
        }
        return result;
    }

    /** Properties that another class loader brings, such as one over a changed kernel, say nothing about this build. */
    private static boolean isOfThisBuild(PropertyLifecycleContext context) {
        return context.containerClass().getClassLoader() == PropertyEvidence.class.getClassLoader();
    }

    private static String name(PropertyLifecycleContext context) {
        return context.containerClass().getSimpleName() + "." + context.targetMethod().getName();
    }

    private static PropertyFigures figures(Method property, PropertyExecutionResult result) {
        Tries tries = Tries.ofThisProperty();
        return new PropertyFigures(result.countTries(), result.countChecks(),
                FinalAssertion.of(property).map(tries::reached).orElse(0),
                Optional.ofNullable(property.getAnnotation(Enough.class))
                .map(enough -> new PropertyFigures.Floor(enough.tries(), enough.because())),
                tries.slowest(), result.seed().orElse(""));
    }

    /** Outside everything else, so that a failure of coverage counts too. */
    @Override
    public int aroundPropertyProximity() {
        return Integer.MIN_VALUE;
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
