package org.stillpoint.site;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.domain.Network;
import org.stillpoint.format.NetworkFormat;
import org.stillpoint.format.Source;

/** The links of the site that open the lab with something: what stands behind the hash. */
final class LabLinks {

    private static final Pattern LINK = Pattern.compile("href=\"?(?:\\.\\./)*lab\\.html#([^\"\\s>]*)");

    private LabLinks() {
    }

    /** Each once. */
    static List<String> ofTheSite() throws IOException {
        TreeSet<String> links = new TreeSet<>();
        for (String page : PackedSite.pages()) {
            Matcher matcher = LINK.matcher(Files.readString(PackedSite.ROOT.resolve(page)));
            while (matcher.find()) {
                links.add(matcher.group(1).replace("&amp;", "&").replace("&quot;", "\"").replace("&#x27;", "'"));
            }
        }
        return new ArrayList<>(links);
    }

    /** The network that a link names, read by the reader of our files. */
    static Optional<Network> network(String link) {
        return value(link, "network").map(text -> NetworkFormat.read(new Source("network in " + link, text)));
    }

    static int steps(String link) {
        return value(link, "steps").map(Integer::parseInt).orElse(0);
    }

    private static Optional<String> value(String link, String name) {
        return Stream.of(link.split("&")).filter(part -> part.startsWith(name + "="))
                .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8)).findFirst();
    }
}
