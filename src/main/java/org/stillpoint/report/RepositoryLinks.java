package org.stillpoint.report;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the links of a document of the repository lead when it is a page of the site: to pages made from other documents, to
 * claims, and to the web. Other files of the repository are not on the site.
 *
 * @param document its path in the repository
 * @param root the way from its page to the site's root, empty or {@code ../}
 * @param pages the paths of all pages within the site
 */
record RepositoryLinks(String document, String root, Set<String> pages) implements Function<String, Optional<String>> {

    private static final Pattern CLAIM = Pattern.compile("[A-Z]+-(?:[A-Z]|[0-9]+)");
    private static final Pattern CLAIM_FILE = Pattern.compile("specs/claims/([^/]+)\\.json");
    private static final Pattern GUIDE = Pattern.compile("src/guide/([^/]+)\\.md");

    @Override
    public Optional<String> apply(String address) {
        if (address.matches("https?://.*") || address.startsWith("#")) {
            return Optional.of(address);
        }
        if (CLAIM.matcher(address).matches()) {
            return onSite("claims/" + address + ".html", "");
        }
        String[] parts = address.split("#", 2);
        Path file = Path.of(document).resolveSibling(parts[0]).normalize();
        return onSite(page(file.toString().replace('\\', '/')), parts.length == 1 ? "" : "#" + parts[1]);
    }

    /** A file of no page is taken for a page, which a document may name as it is from the root of the site. */
    private static String page(String file) {
        Matcher claim = CLAIM_FILE.matcher(file);
        Matcher guide = GUIDE.matcher(file);
        if (claim.matches()) {
            return "claims/" + claim.group(1) + ".html";
        }
        if (guide.matches()) {
            return "guide/" + guide.group(1) + ".html";
        }
        return switch (file) {
            case "specs/README.md" -> "trust.html";
            case "src/bench/RESULTS.md" -> "benchmarks.html";
            default -> file.substring(file.lastIndexOf('/') + 1);
        };
    }

    private Optional<String> onSite(String page, String fragment) {
        return pages.contains(page) ? Optional.of(root + page + fragment) : Optional.empty();
    }
}
