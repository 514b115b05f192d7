package org.stillpoint.report;

import static j2html.TagCreator.a;

import j2html.tags.DomContent;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.ExactNumber;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.format.DataFormat;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.generation.Start;

/**
 * Where the lab opens at the start of a run: all of the run stands in the address, every number exactly.
 *
 * @param fields what the lab is to show, by the names of its settings, in the order of the address
 */
record LabLink(Map<String, String> fields) {

    private static final String PAGE = "lab.html";
    private static final String WORDS = "Open in the lab";
    private static final Pattern INTEGER = Pattern.compile("\"(0|-?[1-9][0-9]{0,8})\"");

    LabLink {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Whether this build has the lab. Without it nothing may link there. */
    static boolean isThere() {
        return LabLink.class.getResource(PAGE) != null;
    }

    /** A run before its first step; empty if its settings have derivatives at kinks by activation, which the lab has not. */
    static Optional<LabLink> run(Network start, DataSet data, Settings settings) {
        if (!settings.kinks().own().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LabLink(Map.of("network", plain(NetworkFormat.write(start).toString())))
                .and("data", plain(DataFormat.write(data).toString()))
                .and("loss", settings.loss().id())
                .and("rate", ExactNumber.write(settings.learningRate()))
                .and("batch", String.valueOf(settings.batchSize()))
                .and("momentum", ExactNumber.write(settings.momentum()))
                .and("decay", ExactNumber.write(settings.weightDecay()))
                .and("kappa", ExactNumber.write(settings.kappa()))
                .and("steps", "0"));
    }

    /** The same JSON with integers of few digits as such, which every reader takes exactly and which cost no quotes. */
    private static String plain(String json) {
        return INTEGER.matcher(json).replaceAll("$1");
    }

    /**
     * A start by its name, before the first step.
     *
     * @param shape the widths of all layers, such as {@code 2,2,1}
     * @param data the name of one of the lab's sets of data, whose inputs are as many as the first width
     */
    static LabLink start(String shape, Start start, String data) {
        return new LabLink(Map.of("shape", shape)).and("start", start.id()).and("data", data).and("steps", "0");
    }

    /** The same with one setting more. */
    LabLink and(String field, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new LabLink(more);
    }

    /** The address, from a page from which {@code root} leads to the site's root. */
    String href(String root) {
        return root + PAGE + fields.entrySet().stream().map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&", "#", ""));
    }

    /** The link itself. */
    DomContent anchor(String root) {
        return a(WORDS).withHref(href(root)).withClass("lab");
    }

    /** Commas, colons, slashes and brackets stay in a fragment as they are, and let people read it. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")
                .replace("%2C", ",").replace("%3A", ":").replace("%2F", "/").replace("%5B", "[").replace("%5D", "]");
    }
}
