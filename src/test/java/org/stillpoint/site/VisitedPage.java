package org.stillpoint.site;

import java.util.List;
import java.util.Set;

/**
 * What was seen of a page.
 *
 * @param faults errors on its console, exceptions, requests that failed
 * @param requests the addresses that it asked for, its own first
 * @param links where its links lead, whole addresses
 * @param anchors what a link can lead to within it
 * @param headings with scripts
 * @param plainHeadings without them
 * @param findings what axe finds of it, in light and in dark
 * @param sticksOut what is wider than a phone
 */
record VisitedPage(List<String> faults, List<String> requests, List<String> links, Set<String> anchors, List<String> headings,
        List<String> plainHeadings, List<String> findings, List<String> sticksOut) {

    VisitedPage {
        faults = List.copyOf(faults);
        requests = List.copyOf(requests);
        links = List.copyOf(links);
        anchors = Set.copyOf(anchors);
        headings = List.copyOf(headings);
        plainHeadings = List.copyOf(plainHeadings);
        findings = List.copyOf(findings);
        sticksOut = List.copyOf(sticksOut);
    }
}
