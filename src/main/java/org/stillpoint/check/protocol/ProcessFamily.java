package org.stillpoint.check.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A program and every process that it starts, to be ended together.
 *
 * <p>A process whose parent has ended is no descendant any more. It is found all the same if it was seen before, or, on Linux, by
 * a mark in its environment, which processes inherit. One that was never seen is not found on other systems, nor if it was
 * started with an environment of its own or for another user.
 */
final class ProcessFamily {

    private static final String MARK = "STILLPOINT_CHECK";
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long GRACE = 500;
    private static final long UNTIL_DEAD = 100;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int ROUNDS = 20;

    private static final Set<ProcessFamily> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(ProcessFamily::endAtOnce), "end of programs"));
    }

    private final String mark = MARK + "=" + UUID.randomUUID();
    private final Instant made = Instant.now();
    private final Set<ProcessHandle> seen = new HashSet<>();
    private long lastLook = System.nanoTime() - LOOK_AGAIN;

    /** Marks what is started with this environment. */
    void mark(Map<String, String> environment) {
        environment.put(MARK, mark.substring(MARK.length() + 1));
    }

    /** From now on it is ended when this program is. */
    void begin(ProcessHandle program) {
        add(program);
        RUNNING.add(this);
    }

    /** Remembers who is there now; but looking takes time, so not more than a few times a second. */
    void look() {
        if (System.nanoTime() - lastLook >= LOOK_AGAIN) {
            lastLook = System.nanoTime();
            members();
        }
    }

    /** Asks all of them to end, and ends those that do not within a moment. */
    void end() {
        Set<ProcessHandle> members = members();
        members.forEach(ProcessHandle::destroy);
        await(members, GRACE);
        endAtOnce();
        RUNNING.remove(this);
    }

    /** Ends all of them, also those that are started meanwhile. */
    void endAtOnce() {
        Set<ProcessHandle> members = everyone();
        for (int round = 0; round < ROUNDS && !members.isEmpty(); round++) {
            members.forEach(ProcessHandle::destroyForcibly);
            await(members, UNTIL_DEAD);
            members = everyone();
        }
    }

    /** Looks by itself: of a process that is no child of this one Java notices the end late. */
    private static void await(Collection<ProcessHandle> members, long milliseconds) {
        long start = System.nanoTime();
        while (members.stream().anyMatch(ProcessFamily::runs)
                && System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(milliseconds)) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Those that run and are known, with what they started. */
    private Set<ProcessHandle> members() {
        synchronized (seen) {
            List.copyOf(seen).forEach(process -> process.descendants().forEach(seen::add));
            seen.removeIf(process -> !runs(process));
            return Set.copyOf(seen);
        }
    }

    /** Looks again while some process is just starting another program: until it has, it has no environment to be told by. */
    private Set<ProcessHandle> everyone() {
        long start = System.nanoTime();
        while (!everyoneIsTold() && System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(UNTIL_DEAD)) {
            LockSupport.parkNanos(PAUSE);
        }
        return members();
    }

    private boolean everyoneIsTold() {
        boolean told = true;
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Optional<String> environment = environment(process);
            if (environment.filter(this::isMarked).isPresent()) {
                add(process);
            }
            told &= environment.filter(String::isEmpty).isEmpty() || !runs(process) || !isYounger(process);
        }
        return told;
    }

    /** Than this program; the clock of the system is as rough as that. */
    private boolean isYounger(ProcessHandle process) {
        return process.info().startInstant().filter(instant -> instant.isAfter(made.minusSeconds(1))).isPresent();
    }

    private void add(ProcessHandle process) {
        synchronized (seen) {
            seen.add(process);
        }
    }

    /** One that has ended but that nobody has asked about yet counts as alive, and has no command. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private boolean isMarked(String environment) {
        return Stream.of(environment.split("\0")).anyMatch(mark::equals);
    }

    /** None on a system that does not say, or of a process of somebody else. */
    private static Optional<String> environment(ProcessHandle process) {
        try {
            return Optional.of(new String(Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "environ")),
                    StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
