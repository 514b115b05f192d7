package org.stillpoint.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BoundClaim;
import org.stillpoint.claims.EvidenceLog;
import org.stillpoint.claims.EvidenceRecord;
import org.stillpoint.claims.EvidenceRecord.Kind;
import org.stillpoint.claims.Subject;
import org.stillpoint.format.Json;
import org.stillpoint.format.Source;
import org.stillpoint.report.drawing.NetworkDrawing;
import org.stillpoint.report.typography.MathText;
import org.stillpoint.witness.Counterexample;
import org.stillpoint.witness.Witness;
import org.stillpoint.witness.WitnessFormat;

/** The networks of all witnesses as small pictures, by subject, each with the sentence that it contradicts. */
final class GalleryPage {

    private static final int MOST_SAMPLES = 4;

    private GalleryPage() {
    }

    /**
     * A witness where a claim calls on it.
     *
     * @param name the witness's name
     */
    private record Exhibit(String claim, String name, Counterexample witness) {
    }

    /**
     * The text of the page by its path within the site, if any witness ran.
     *
     * @param witnesses the text of the file of each witness that ran, by the witness's name
     */
    static Map<String, String> render(BoundCatalogue catalogue, Map<String, String> witnesses) {
        Map<Subject, List<Exhibit>> exhibits = exhibits(catalogue, witnesses);
        return exhibits.isEmpty() ? Map.of() : Map.of("gallery.html", page(catalogue, exhibits));
    }

    /** Each witness once, with the first claim that calls on it. */
    private static Map<Subject, List<Exhibit>> exhibits(BoundCatalogue catalogue, Map<String, String> witnesses) {
        Map<String, String> left = new TreeMap<>(witnesses);
        Map<Subject, List<Exhibit>> exhibits = new EnumMap<>(Subject.class);
        for (BoundClaim bound : catalogue.claims()) {
            for (EvidenceRecord record : EvidenceLog.ofKind(bound.evidence(), Kind.WITNESS)) {
                String file = left.remove(record.name());
                if (file != null && read(record.name(), file) instanceof Counterexample found) {
                    exhibits.computeIfAbsent(Subject.of(bound.claim()), subject -> new ArrayList<>())
                            .add(new Exhibit(bound.claim().id(), record.name(), found));
                }
            }
        }
        return exhibits;
    }

    private static Witness read(String name, String file) {
        return WitnessFormat.read(Json.read(new Source(name, file)));
    }

    private static String page(BoundCatalogue catalogue, Map<Subject, List<Exhibit>> exhibits) {
        int count = exhibits.values().stream().mapToInt(List::size).sum();
        return new Page(catalogue, "", "network.css", "gallery.css").render("Gallery",
                h1("Gallery"),
                p("Each of these " + count + " networks, with its data, contradicts a sentence. All are small enough to check "
                        + "by hand: follow the sentence to step through the training. Each is "
                        + Wording.meaning(Kind.WITNESS) + "."),
                p(NetworkDrawing.LEGEND).withClass("quiet"),
                each(exhibits, (subject, those) -> section(h2(subject.words()).withId(subject.id()),
                        ul(each(those, GalleryPage::card)).withClass("gallery"))));
    }

    private static DomContent card(Exhibit exhibit) {
        Counterexample witness = exhibit.witness();
        return li(
                div(rawHtml(NetworkDrawing.svg(witness.network()))).withClass("picture"),
                p("Not so:").withClass("not"),
                blockquote(a(MathText.of(witness.contradicts()))
                        .withHref("claims/" + exhibit.claim() + ".html#witness-" + exhibit.name())),
                p(exhibit.claim() + " · " + words(witness)).withClass("what"));
    }

    /** Shape, activations of hidden layers, length and data. */
    private static String words(Counterexample witness) {
        List<String> widths = witness.network().widths().stream().map(String::valueOf).toList();
        TreeSet<String> activations = witness.network().layers().stream().limit(widths.size() - 2)
                .map(layer -> layer.activation().id()).collect(Collectors.toCollection(TreeSet::new));
        int steps = witness.settings().steps();
        return String.join("-", widths) + (activations.isEmpty() ? "" : " " + String.join(", ", activations))
                + " · " + (steps == 0 ? "no step" : counted(steps, "step")) + " on "
                + (witness.data().size() > MOST_SAMPLES ? counted(witness.data().size(), "sample") : Samples.of(witness.data()));
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
