package org.stillpoint.properties;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;
import net.jqwik.engine.execution.lifecycle.CurrentTestDescriptor;
import org.junit.platform.engine.TestDescriptor;
import org.stillpoint.arbitraries.Budget;

/**
 * Lets no try be large or long: a training, a network or a data set that is over the {@link Budget} fails its property before it runs, and a try that takes too long
 * ends it. Arithmetic cannot be interrupted, so each try runs in a thread that is left behind if it has to be.
 */
public final class BoundedTries implements AroundTryHook {

    /** The system property that says how many seconds a try may take, {@value #DEFAULT_SECONDS} if absent. */
    static final String SECONDS = "stillpoint.try.seconds";

    private static final long DEFAULT_SECONDS = 20;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "a try");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor aTry, List<Object> parameters) throws Throwable {
        Tries tries = Tries.ofThisProperty();
        if (tries.ended()) {
            return TryExecutionResult.invalid(); // Nothing is learnt from shrinking what takes too long.
        }
        requireWithinBudget(parameters);
        long seconds = Long.getLong(SECONDS, DEFAULT_SECONDS);
        long start = System.nanoTime();
        TestDescriptor descriptor = CurrentTestDescriptor.get();
        Future<TryExecutionResult> running =
                THREADS.submit(() -> CurrentTestDescriptor.runWithDescriptor(descriptor, () -> aTry.execute(parameters)));
        try {
            return running.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            tries.end();
            return TryExecutionResult.falsified(SlowTry.after(seconds, context.targetMethod(), parameters));
        } catch (ExecutionException e) {
            throw e.getCause();
        } finally {
            tries.took(System.nanoTime() - start);
        }
    }

    private static void requireWithinBudget(List<Object> parameters) {
        for (Object parameter : parameters) {
            if (!Budget.admits(parameter)) {
                throw new IllegalStateException("a generated value over the budget, expected an arbitrary that goes through it: " + parameter);
            }
        }
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
