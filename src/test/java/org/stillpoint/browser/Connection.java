package org.stillpoint.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Chromium's debugging protocol over one WebSocket: commands, each with one answer, and events. */
final class Connection implements AutoCloseable {

    /** What a command that only asks has at most; a machine that does much else is slow. */
    static final Duration ANSWER = Duration.ofSeconds(60);

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final WebSocket socket;
    private CompletableFuture<?> sent = CompletableFuture.completedFuture(null);

    Connection(URI address) {
        socket = await(HttpClient.newHttpClient().newWebSocketBuilder().connectTimeout(ANSWER)
                .buildAsync(address, new Receiver()), ANSWER, address.toString());
    }

    static ObjectNode parameters() {
        return MAPPER.createObjectNode();
    }

    /** A string as it is written in a script. */
    static String quoted(String text) {
        return MAPPER.writeValueAsString(text);
    }

    /** From now on this hears the events of a session: their names and what they say. It must not wait for an answer. */
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    /**
     * The answer to a command.
     *
     * @param session the tab that it is for, empty for the browser itself
     * @throws IllegalStateException if it is refused, or not answered in time
     */
    JsonNode ask(String session, String method, ObjectNode parameters, Duration limit) {
        return await(begin(session, method, parameters), limit, method);
    }

    /** Sends a command; its answer comes later. */
    CompletableFuture<JsonNode> begin(String session, String method, ObjectNode parameters) {
        int id = last.incrementAndGet();
        ObjectNode command = MAPPER.createObjectNode().put("id", id).put("method", method);
        command.set("params", parameters);
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        send(command.toString());
        return answer;
    }

    /** One text after the other, as a socket demands. */
    private synchronized void send(String text) {
        sent = sent.thenCompose(before -> socket.sendText(text, true));
        sent.exceptionally(e -> {
            fail(e);
            return null;
        });
    }

    private void receive(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> answer = asked.remove(message.get("id").intValue());
            if (message.has("error")) {
                answer.completeExceptionally(new IllegalStateException(message.get("error").path("message").asString()));
            } else {
                answer.complete(message.get("result"));
            }
        } else {
            listeners.getOrDefault(message.path("sessionId").asString(""), (method, said) -> { })
                    .accept(message.get("method").asString(), message.get("params"));
        }
    }

    private void fail(Throwable cause) {
        asked.values().forEach(answer -> answer.completeExceptionally(cause));
    }

    private static <T> T await(CompletableFuture<T> future, Duration limit, String what) {
        try {
            return future.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(what + ": " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(what + ": no answer within " + limit.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }

    private final class Receiver implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                String text = message.toString();
                message.setLength(0);
                receive(MAPPER.readTree(text));
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            fail(new IllegalStateException("the browser has closed the connection"));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            fail(error);
        }
    }
}
