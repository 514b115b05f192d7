package org.stillpoint.bench;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The tries of one property of {@link TrainingTries}, run by jqwik: from the end of the first one to the end of the last. */
record PropertyRun(String property) implements Contestant {

    private static long tries;
    private static long first;
    private static long last;

    /** Called at the end of a try. */
    static void tried() {
        last = System.nanoTime();
        if (tries++ == 0) {
            first = last;
        }
    }

    @Override
    public long run(long times) {
        tries = 0;
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectMethod(TrainingTries.class.getName() + "#" + property + "(java.util.List)"))
                .configurationParameter("jqwik.tries.default", String.valueOf(times + 1))
                .configurationParameter("jqwik.database", "target/bench/jqwik-database")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary);
        if (summary.getSummary().getTestsSucceededCount() != 1 || tries != times + 1) {
            throw new IllegalStateException(tries + " tries of " + property + ", expected " + (times + 1) + " that succeed");
        }
        return last - first;
    }

    /** Tries are random: there is nothing to compare. */
    @Override
    public String weights() {
        return "";
    }
}
