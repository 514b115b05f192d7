package org.stillpoint.properties;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;
import net.jqwik.engine.execution.lifecycle.CurrentTestDescriptor;
import net.jqwik.engine.execution.lifecycle.PlainExecutionResult;
import org.junit.platform.engine.TestDescriptor;
import org.stillpoint.arbitraries.Budget;

/**
 * Lets no try be large or long: a training, a network or a data set that is over the {@link Budget} fails its property before it
 * runs, and a try that takes too long ends it. Arithmetic cannot be interrupted, so each property runs in a thread that is left
 * behind if it has to be.
 */
public final class BoundedTries implements AroundPropertyHook, AroundTryHook {

    /** The system property that says how many seconds a try may take, {@value #DEFAULT_SECONDS} if absent. */
    static final String SECONDS = "stillpoint.try.seconds";

    private static final long DEFAULT_SECONDS = 20;
    private static final long LOOK_AFTER_MILLISECONDS = 100;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "a property");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) throws Throwable {
        long seconds = Long.getLong(SECONDS, DEFAULT_SECONDS);
        Tries tries = Tries.ofThisProperty();
        TestDescriptor descriptor = CurrentTestDescriptor.get();
        Future<PropertyExecutionResult> running =
                THREADS.submit(() -> CurrentTestDescriptor.runWithDescriptor(descriptor, property::execute));
        while (tries.waiting() < TimeUnit.SECONDS.toNanos(seconds)) {
            try {
                return running.get(LOOK_AFTER_MILLISECONDS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (ExecutionException e) {
                throw e.getCause();
            }
        }
        String seed = context.attributes().seed().orElse("unknown");
        return PlainExecutionResult.failed(new SlowTry(context.targetMethod(), seconds, seed, tries.running()), seed);
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) {
        requireWithinBudget(parameters);
        Tries tries = Tries.ofThisProperty();
        tries.begin(parameters);
        try {
            return aTry.execute(parameters);
        } finally {
            tries.end();
        }
    }

    private static void requireWithinBudget(List<Object> parameters) {
        for (Object parameter : parameters) {
            if (!Budget.admits(parameter)) {
                throw new IllegalStateException("a generated value over the budget, expected an arbitrary that goes through it: "
                        + parameter);
            }
        }
    }

    /** Inside what records the result. */
    @Override
    public int aroundPropertyProximity() {
        return Integer.MIN_VALUE + 1;
    }

    /** Outside what other hooks do around a try, so that it counts too. */
    @Override
    public int aroundTryProximity() {
        return Integer.MIN_VALUE;
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
