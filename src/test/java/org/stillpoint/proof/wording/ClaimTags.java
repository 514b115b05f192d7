package org.stillpoint.proof.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.claims.Bearing;
import org.stillpoint.proof.prover.SourceMethods.SourceMethod;

/**
 * What the Javadoc of the kernel says that its proofs show of claims: {@code @claim ZERO-2 establishes all} above a contract, or,
 * for a method whose contract stands elsewhere, {@code @claim #method ZERO-2 establishes all} above its class.
 */
public final class ClaimTags {

    private static final Pattern TAG = Pattern.compile("^\\s*@claim +(?:#(\\w+) +)?(\\S.*)$", Pattern.MULTILINE);

    private ClaimTags() {
    }

    public static List<Bearing> of(SourceMethod method) {
        List<Bearing> bearings = new ArrayList<>();
        tags(method.documentation()).filter(tag -> tag.group(1) == null).map(tag -> Bearing.parse(tag.group(2)))
                .forEach(bearings::add);
        tags(method.documentationOfType()).filter(tag -> method.name().equals(tag.group(1)))
                .map(tag -> Bearing.parse(tag.group(2))).forEach(bearings::add);
        return bearings;
    }

    private static Stream<MatchResult> tags(String documentation) {
        return TAG.matcher(documentation).results();
    }
}
