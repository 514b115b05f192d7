package org.stillpoint.browser;

import static org.stillpoint.browser.Connection.parameters;
import static org.stillpoint.browser.Connection.quoted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A tab of the browser, used as its reader does: by addresses, the mouse and keys. */
public final class Tab {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

    private final Connection connection;
    private final String session;
    private final TabEvents events;
    private View view;

    Tab(Connection connection) {
        this.connection = connection;
        String target = connection.ask("", "Target.createTarget", parameters().put("url", "about:blank"), Connection.ANSWER)
                .get("targetId").asString();
        session = connection.ask("", "Target.attachToTarget", parameters().put("targetId", target).put("flatten", true),
                Connection.ANSWER).get("sessionId").asString();
        events = new TabEvents(connection, session);
        ask("Page.enable", parameters());
        ask("Page.setLifecycleEventsEnabled", parameters().put("enabled", true));
        show(View.DESK);
    }

    /** Shows a file, once it has loaded. */
    public void open(Path file) {
        open(file.toUri());
    }

    /**
     * Shows what is at an address, once it has loaded. What was told of the page before is forgotten; but if only what stands
     * behind {@code #} differs, it is the same page still.
     */
    public void open(URI address) {
        events.forget();
        JsonNode answer = ask("Page.navigate", parameters().put("url", address.toString()));
        if (answer.has("errorText")) {
            throw new IllegalStateException(address + ": " + answer.get("errorText").asString());
        }
        if (answer.has("loaderId")) {
            events.awaitLoad(answer.get("loaderId").asString(), address.toString());
        }
    }

    /** From now on, and at once, pages are looked at in this way; but scripts of a page that is shown go on running. */
    public void show(View wanted) {
        if (!wanted.equals(view)) {
            view = wanted;
            emulate();
        }
    }

    private void emulate() {
        ask("Emulation.setDeviceMetricsOverride", parameters().put("width", view.width()).put("height", view.height())
                .put("deviceScaleFactor", 1).put("mobile", view.isPhone()));
        ObjectNode media = parameters();
        media.putArray("features")
                .add(parameters().put("name", "prefers-color-scheme").put("value", view.dark() ? "dark" : "light"))
                .add(parameters().put("name", "prefers-reduced-motion").put("value", view.motion() ? "no-preference" : "reduce"));
        ask("Emulation.setEmulatedMedia", media);
        ask("Emulation.setScriptExecutionDisabled", parameters().put("value", !view.scripts()));
    }

    /**
     * What a script's expression is, once a promise is kept.
     *
     * @throws IllegalStateException with what it throws
     */
    public JsonNode evaluate(String expression) {
        return evaluate(expression, Connection.ANSWER);
    }

    /** As {@link #evaluate(String)}, with a time of its own. */
    public JsonNode evaluate(String expression, Duration limit) {
        JsonNode answer = connection.ask(session, "Runtime.evaluate", parameters().put("expression", expression)
                .put("awaitPromise", true).put("returnByValue", true).put("userGesture", true), limit);
        if (answer.has("exceptionDetails")) {
            throw new IllegalStateException(expression.lines().findFirst().orElse("") + ": "
                    + TabEvents.said(answer.get("exceptionDetails")));
        }
        return answer.get("result").path("value");
    }

    /** The text of the first element that a selector finds. */
    public String text(String selector) {
        return evaluate(element(selector) + ".textContent").asString();
    }

    /**
     * Waits until a script's expression is true.
     *
     * @throws IllegalStateException if that takes too long
     */
    public void until(String expression, Duration limit) {
        long start = System.nanoTime();
        while (!evaluate("Boolean(" + expression + ")").booleanValue()) {
            if (System.nanoTime() - start > limit.toNanos()) {
                throw new IllegalStateException(expression + ": not so after " + limit.toSeconds() + " seconds");
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    /**
     * Clicks with the mouse at the middle of the first element that a selector finds.
     *
     * @throws IllegalStateException if there is none, or something else lies there
     */
    public void click(String selector) {
        JsonNode place = evaluate("""
                (() => {
                  const element = %s;
                  element.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
                  const box = element.getBoundingClientRect();
                  const x = box.left + box.width / 2;
                  const y = box.top + box.height / 2;
                  const there = document.elementFromPoint(x, y);
                  if (!element.contains(there)) {
                    throw new Error("there lies " + (there ? there.outerHTML.slice(0, 100) : "nothing"));
                  }
                  return {x, y};
                })()""".formatted(element(selector)));
        for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
            ask("Input.dispatchMouseEvent", parameters().put("type", type).put("x", place.get("x").doubleValue())
                    .put("y", place.get("y").doubleValue()).put("button", type.equals("mouseMoved") ? "none" : "left")
                    .put("clickCount", type.equals("mouseMoved") ? 0 : 1));
        }
    }

    /** Presses and lets go a key, such as {@code Tab}, {@code ArrowRight} or {@code a}. */
    public void press(String key) {
        ask("Input.dispatchKeyEvent", Key.of(key).event("keyDown"));
        ask("Input.dispatchKeyEvent", Key.of(key).event("keyUp"));
    }

    /** Types into what has the focus. */
    public void type(String text) {
        ask("Input.insertText", parameters().put("text", text));
    }

    /** A picture of the whole page, as PNG. */
    public void screenshot(Path file) {
        JsonNode size = ask("Page.getLayoutMetrics", parameters()).get("cssContentSize");
        ObjectNode picture = parameters().put("captureBeyondViewport", true);
        picture.set("clip", parameters().put("x", 0).put("y", 0).put("scale", 1)
                .put("width", size.get("width").doubleValue()).put("height", size.get("height").doubleValue()));
        try {
            Files.write(file, Base64.getDecoder().decode(ask("Page.captureScreenshot", picture).get("data").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What went wrong on the page that was opened last, its workers included: errors, exceptions, requests that failed. */
    public List<String> faults() {
        evaluate("0");
        return events.faults();
    }

    /** The addresses that the page that was opened last has asked for, its own first. */
    public List<String> requests() {
        evaluate("0");
        return events.requests();
    }

    private static String element(String selector) {
        return "(document.querySelector(" + quoted(selector) + ") || (() => { throw new Error("
                + quoted("no element: " + selector) + ") })())";
    }

    private JsonNode ask(String method, ObjectNode parameters) {
        return connection.ask(session, method, parameters, Connection.ANSWER);
    }
}
