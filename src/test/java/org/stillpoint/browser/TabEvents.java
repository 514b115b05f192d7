package org.stillpoint.browser;

import static org.stillpoint.browser.Connection.parameters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a tab and its workers tell of themselves. */
final class TabEvents {

    private final Connection connection;
    private final Set<String> loaded = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();

    TabEvents(Connection connection, String session) {
        this.connection = connection;
        attend(session);
    }

    /** Its workers have sessions of their own. */
    private void attend(String session) {
        connection.listen(session, this::hear);
        List.of("Runtime.enable", "Log.enable", "Network.enable")
                .forEach(method -> connection.begin(session, method, parameters()));
        connection.begin(session, "Target.setAutoAttach", parameters().put("autoAttach", true)
                .put("waitForDebuggerOnStart", false).put("flatten", true));
    }

    private synchronized void hear(String method, JsonNode said) {
        switch (method) {
            case "Page.lifecycleEvent" -> load(said);
            case "Target.attachedToTarget" -> attend(said.get("sessionId").asString());
            case "Runtime.exceptionThrown" -> faults.add(said(said.get("exceptionDetails")));
            case "Runtime.consoleAPICalled" -> console(said);
            case "Log.entryAdded" -> log(said.get("entry"));
            case "Network.requestWillBeSent" -> requests.add(said.get("request").get("url").asString());
            case "Network.loadingFailed" -> faults.add("not loaded: " + said.path("errorText").asString());
            default -> { }
        }
    }

    private void load(JsonNode said) {
        if (said.get("name").asString().equals("load")) {
            loaded.add(said.get("loaderId").asString());
            notifyAll();
        }
    }

    private void console(JsonNode said) {
        if (Set.of("error", "assert").contains(said.get("type").asString())) {
            faults.add("console: " + StreamSupport.stream(said.get("args").spliterator(), false)
                    .map(argument -> argument.path(argument.has("value") ? "value" : "description").asString())
                    .collect(Collectors.joining(" ")));
        }
    }

    private void log(JsonNode entry) {
        if (entry.get("level").asString().equals("error")) {
            faults.add("log: " + entry.get("text").asString() + " " + entry.path("url").asString(""));
        }
    }

    /** What an exception says. */
    static String said(JsonNode details) {
        return details.path("exception").path("description").asString(details.get("text").asString());
    }

    synchronized void awaitLoad(String loader, String address) {
        long end = System.nanoTime() + Connection.ANSWER.toNanos();
        while (!loaded.contains(loader)) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException(address + ": not loaded within " + Connection.ANSWER.toSeconds() + " seconds");
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    synchronized void forget() {
        faults.clear();
        requests.clear();
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }
}
