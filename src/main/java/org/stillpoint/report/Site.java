package org.stillpoint.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.stillpoint.claims.BindingException;
import org.stillpoint.claims.BoundCatalogue;
import org.stillpoint.claims.BuiltCatalogue;
import org.stillpoint.claims.BuiltClaim;
import org.stillpoint.claims.PackedCatalogue;
import org.stillpoint.decision.DecisionTable;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.OutputFile;

/**
 * The report as static pages that need no network, and say all that they have to say without scripts too.
 *
 * @param pages the text of each file by its path within the site
 */
public record Site(Map<String, String> pages) {

    public Site {
        pages = Collections.unmodifiableMap(new TreeMap<>(pages));
    }

    /**
     * The site about a catalogue. Without evidence it has no page of proofs and no decision table, which proofs decide.
     *
     * @param witnesses the text of the counterexample file of every witness that ran, by the witness's name
     * @param trust the inventory of what is assumed and not proved, in Markdown
     * @throws BindingException if a proof that the decision table calls on did not pass
     */
    public static Site of(BuiltCatalogue catalogue, Map<String, String> witnesses, String trust) {
        Map<String, String> pages = new TreeMap<>();
        pages.put("catalogue.html", CataloguePage.render(catalogue));
        if (catalogue instanceof BoundCatalogue bound) {
            pages.put("proofs.html", ProofsPage.render(bound));
            pages.putAll(DecisionPages.render(bound, DecisionTable.decide(bound)));
            pages.putAll(GalleryPage.render(bound, witnesses));
        }
        pages.put("graph.html", GraphPage.render(catalogue));
        pages.putAll(WordsPage.render(catalogue));
        pages.put(LabPage.FILE, LabPage.render(catalogue));
        pages.putAll(CensusPage.render(catalogue));
        pages.putAll(LibraryPages.render(catalogue));
        pages.putAll(ModelPages.render(catalogue));
        pages.putAll(TeachingPages.render(catalogue, witnesses));
        pages.put("graph.html", GraphPage.render(catalogue));
        // After these, as they link to what of all this is there.
        ClaimPage page = new ClaimPage(catalogue, witnesses, Axioms.listedIn(trust), new Elsewhere(Map.copyOf(pages)));
        for (BuiltClaim built : catalogue.claims()) {
            pages.put("claims/" + built.claim().id() + ".html", page.render(built));
        }
        pages.putAll(Assets.all());
        pages.putAll(TrustPage.render(catalogue, trust, pages.keySet()));
        pages.putAll(BenchmarksPage.render(catalogue, pages.keySet()));
        pages.putAll(GuidePages.render(catalogue, pages.keySet()));
        pages.put("index.html", IndexPage.render(catalogue, pages.keySet()));
        return new Site(Navigation.fill(pages));
    }

    /**
     * The site about the catalogue that this jar carries.
     *
     * @throws FormatException if no build has packed the claims
     */
    public static Site packed() {
        BuiltCatalogue catalogue = PackedCatalogue.load();
        return of(catalogue, PackedCatalogue.witnesses(catalogue), PackedCatalogue.trustInventory());
    }

    /**
     * Writes every page below a directory, which is created if it is not there; pages without the tags and
     * marks that a browser does not need, which are a twelfth of all bytes.
     *
     * @throws FormatException if that is impossible
     */
    public void write(Path directory) {
        pages.forEach((name, text) -> {
            Path file = directory.resolve(name);
            try {
                Files.createDirectories(file.getParent());
            } catch (IOException e) {
                throw new FormatException(file.getParent() + ": cannot be made, expected a place for a directory");
            }
            OutputFile.write(file.toString(), isShortened(name) ? ShortHtml.of(text) : text);
        });
    }

    /** The lab is put together from files that people wrote. */
    private static boolean isShortened(String name) {
        return name.endsWith(".html") && !name.equals(LabPage.FILE);
    }
}
