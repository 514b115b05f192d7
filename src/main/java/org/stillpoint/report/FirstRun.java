package org.stillpoint.report;

import static j2html.TagCreator.h2;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.stillpoint.domain.DataSet;
import org.stillpoint.domain.Network;
import org.stillpoint.domain.Settings;
import org.stillpoint.domain.Vector;
import org.stillpoint.report.player.Player;

/** The training that runs on the first page: four steps from all zeros, computed when the page is made. */
final class FirstRun {

    private static final Network START = Network.zeros(List.of(2, 2, 1), true);
    private static final DataSet DATA = new DataSet(List.of(Vector.of("1", "2"), Vector.of("-1", "1")),
            List.of(Vector.of("1"), Vector.of("-1")));
    private static final Settings SETTINGS = Settings.defaults(4).withLearningRate(new BigFraction(1, 10));

    private FirstRun() {
    }

    static DomContent of() {
        return section(
                h2("Four steps from zero"),
                Player.of(START, DATA, SETTINGS).running(),
                p(text("Two samples, (1, 2) with label 1 and (−1, 1) with label −1; hinge loss, rate 1/10. Only the output bias "
                        + "moves, to and fro. "),
                        iff(LabLink.isThere(), LabLink.run(START, DATA, SETTINGS).orElseThrow().anchor(""))).withClass("quiet"))
                .withClass("picture");
    }
}
