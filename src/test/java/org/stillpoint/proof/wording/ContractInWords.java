package org.stillpoint.proof.wording;

import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.op.IProgramMethod;
import de.uka.ilkd.key.logic.op.LocationVariable;
import de.uka.ilkd.key.logic.op.Modality;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.claims.FormalStatement;
import org.stillpoint.proof.prover.ContractAsRead;

/**
 * What a contract states, from what KeY has read of it: a line for each part of its precondition and its postcondition, and what
 * it says besides.
 */
public final class ContractInWords {

    private static final Pattern RETURNED = Pattern.compile("\\{ return ([^;]*); }");
    private static final Pattern RETURNED_WITH_A_NAME = Pattern.compile("\\{ \\S+ (\\w+) = ([^;]*); return ([^;]*); }");

    private final Words words;
    private final ContractAsRead contract;

    private ContractInWords(Words words, ContractAsRead contract) {
        this.words = words;
        this.contract = contract;
    }

    public static FormalStatement of(ContractAsRead contract, Words words) {
        if (!contract.others().isEmpty()) {
            throw new IllegalStateException("no words for " + contract.others());
        }
        return new ContractInWords(words, contract).statement();
    }

    private FormalStatement statement() {
        List<String> given = new ArrayList<>(List.of(arguments()));
        given.addAll(inWords(contract.requires(), false));
        List<String> then = new ArrayList<>();
        if (contract.contract().hasResultVar()) {
            then.add(result(contract.contract().getTarget()));
        }
        then.addAll(inWords(contract.ensures(), true));
        then.add(contract.contract().getModalityKind() == Modality.JavaModalityKind.DIA ? "the call ends"
                : "all this if the call ends");
        then.add(frame());
        return new FormalStatement(contract.name(), given, then);
    }

    private List<String> inWords(List<Term> parts, boolean afterwards) {
        return parts.stream().map(new TermInWords(words, contract, afterwards)::say).toList();
    }

    private String arguments() {
        List<String> arguments = new ArrayList<>();
        if (contract.variables().self != null) {
            arguments.add("this, of the class " + contract.contract().getKJT().getName());
        }
        contract.variables().params.forEach(parameter ->
                arguments.add(parameter.name() + ", " + words.say(type(parameter), List.of())));
        return "for every " + String.join("; ", arguments);
    }

    private static String type(LocationVariable variable) {
        return withoutPackages(variable.sort().name().toString());
    }

    /** What the method returns: that is what the conclusions speak of. */
    private static String result(IProgramMethod method) {
        String body = withoutPackages(String.valueOf(method.getBody())).replaceAll("\\s+", " ").replace("( ", "(")
                .replace(" )", ")");
        Matcher returned = RETURNED.matcher(body);
        if (returned.matches()) {
            return "the result is " + returned.group(1);
        }
        Matcher named = RETURNED_WITH_A_NAME.matcher(body);
        return "the result is " + (named.matches() ? named.group(3) + " with " + named.group(1) + " = " + named.group(2)
                : "that of " + body);
    }

    private static String withoutPackages(String text) {
        return text.replaceAll("\\b(?:org|java)\\.(?:\\w+\\.)+(?=[A-Z])", "");
    }

    private String frame() {
        Term written = contract.contract().getModifiable(contract.heap());
        if (written == null || written.op() != contract.services().getTypeConverter().getLocSetLDT().getEmpty()) {
            throw new IllegalStateException("no words for what " + contract.name() + " may write: " + written);
        }
        return contract.contract().hasModifiable(contract.heap()) ? "nothing that existed before is changed"
                : "nothing is changed, and nothing is created";
    }
}
