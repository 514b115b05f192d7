package org.stillpoint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stillpoint.claims.Examples;

/** The site that a jar writes whose build ran no evidence. */
class SiteWithoutEvidenceTest {

    private static final Site SITE = Site.of(Examples.unbound(Examples.claim("Q-A"), Examples.claim("Q-B", "Q-A"),
            Examples.claim("Q-C"), Examples.claim("Q-D")), Map.of(), "# What is trusted");

    @Test
    void itHasNoPageOfProofsAndNoDecisionTable() {
        assertThat(SITE.pages()).containsKeys("index.html", "catalogue.html", "claims/Q-A.html", "claims/Q-D.html", "handouts/Q-A.html",
                "teaching.html", "trust.html")
                .doesNotContainKeys("proofs.html", "decision.html");
    }

    @Test
    void everyLinkLeadsToAPage() {
        SiteTest.assertThatLinksLeadToPages(SITE);
    }

    @Test
    void everyPageBeginsWithTheLackOfEvidence() {
        assertThat(SITE.pages().entrySet()).filteredOn(page -> page.getKey().endsWith(".html")
                && !page.getKey().equals("lab.html")).allSatisfy(page ->
                assertThat(page.getValue()).contains("</nav></div><p class=\"warning\">No evidence was run in the build of this "
                        + "jar: nothing here is established by it. Run mvn verify.</p></header><main"));
    }

    @Test
    void noClaimIsShownAsEstablished() {
        assertThat(SITE.pages().get("index.html")).contains("<span class=\"badge quiet\">true, not established</span>")
                .doesNotContain("badge true", "badge false", "proved with KeY");
        assertThat(SITE.pages().get("catalogue.html"))
                .contains("<span class=\"badge quiet\">true, not established</span>", "data-by=\"nothing\"")
                .doesNotContain("badge true", "ran all of the evidence", "proved with KeY", "name=\"by\"");
        assertThat(SITE.pages().get("claims/Q-B.html"))
                .contains("<span class=\"badge quiet\">true, not established</span>", "Q-B.proof", "did not run")
                .doesNotContain("badge true", "proved with KeY", "of this build", "passed");
    }
}
