package org.stillpoint.proof;

import de.uka.ilkd.key.java.Services;
import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.op.IProgramMethod;
import de.uka.ilkd.key.logic.op.LocationVariable;
import de.uka.ilkd.key.logic.op.Modality;
import de.uka.ilkd.key.speclang.Contract.OriginalVariables;
import de.uka.ilkd.key.speclang.FunctionalOperationContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.claims.FormalStatement;

/** What a contract states, from what KeY has read of it: a line for each part of its precondition and its postcondition, and what it says besides. */
final class ContractInWords {

    private static final Pattern RETURNED = Pattern.compile("\\{ return ([^;]*); }");
    private static final Pattern RETURNED_WITH_A_NAME = Pattern.compile("\\{ \\S+ (\\w+) = ([^;]*); return ([^;]*); }");

    private final Words words;
    private final Services services;

    ContractInWords(Words words, Services services) {
        this.words = words;
        this.services = services;
    }

    FormalStatement statement(String name, FunctionalOperationContract contract) {
        requireNothingElse(name, contract);
        List<String> given = new ArrayList<>(List.of(arguments(contract)));
        parts(contract, contract.getPre(), false).forEach(given::add);
        List<String> then = new ArrayList<>();
        if (contract.hasResultVar()) {
            then.add(result(contract.getTarget()));
        }
        parts(contract, contract.getPost(), true).forEach(then::add);
        then.add(ends(contract));
        then.add(frame(contract));
        return new FormalStatement(name, given, then);
    }

    private List<String> parts(FunctionalOperationContract contract, Term term, boolean afterwards) {
        TermInWords inWords = new TermInWords(words, services, contract.getOrigVars(), afterwards);
        return term.equals(services.getTermBuilder().tt()) ? List.of() : TermInWords.conjuncts(term).stream().map(inWords::say).toList();
    }

    private String arguments(FunctionalOperationContract contract) {
        List<String> arguments = new ArrayList<>();
        if (contract.getOrigVars().self != null) {
            arguments.add("this, of the class " + contract.getKJT().getName());
        }
        contract.getOrigVars().params.forEach(parameter ->
                arguments.add(parameter.name() + ", " + words.say(type(parameter), List.of())));
        return "for every " + String.join("; ", arguments);
    }

    private static String type(LocationVariable variable) {
        return withoutPackages(variable.sort().name().toString());
    }

    /** What the method returns: that is what the conclusions speak of. */
    private static String result(IProgramMethod method) {
        String body = withoutPackages(String.valueOf(method.getBody())).replaceAll("\\s+", " ").replace("( ", "(").replace(" )", ")");
        Matcher returned = RETURNED.matcher(body);
        if (returned.matches()) {
            return "the result is " + returned.group(1);
        }
        Matcher named = RETURNED_WITH_A_NAME.matcher(body);
        return "the result is " + (named.matches() ? named.group(3) + " with " + named.group(1) + " = " + named.group(2) : "that of " + body);
    }

    private static String withoutPackages(String text) {
        return text.replaceAll("\\b(?:org|java)\\.(?:\\w+\\.)+(?=[A-Z])", "");
    }

    private static String ends(FunctionalOperationContract contract) {
        if (contract.getModalityKind() == Modality.JavaModalityKind.DIA) {
            return "the call ends";
        }
        return "all this if the call ends";
    }

    private String frame(FunctionalOperationContract contract) {
        LocationVariable heap = services.getTypeConverter().getHeapLDT().getHeap();
        Term written = contract.getModifiable(heap);
        if (written == null || written.op() != services.getTypeConverter().getLocSetLDT().getEmpty()) {
            throw new IllegalStateException("no words for what " + contract.getName() + " may write: " + written);
        }
        return contract.hasModifiable(heap) ? "nothing that existed before is changed" : "nothing is changed, and nothing is created";
    }

    /** KeY takes these for granted where the contract is proved or used, or asks them in another place. */
    private void requireNothingElse(String name, FunctionalOperationContract contract) {
        OriginalVariables variables = contract.getOrigVars();
        LocationVariable heap = services.getTypeConverter().getHeapLDT().getHeap();
        Map<LocationVariable, LocationVariable> before = variables.atPres;
        requireTrue(name, "precondition that is not asked for",
                contract.getFreePre(heap, variables.self, variables.params, before, services));
        requireTrue(name, "postcondition that is not proved",
                contract.getFreePost(heap, variables.self, variables.params, variables.result, variables.exception, before, services));
        if (contract.hasMby() || contract.getGlobalDefs() != null || contract.hasFreeModifiable(heap)) {
            throw new IllegalStateException(name + " has a measure, a definition or a free frame of its own");
        }
    }

    private void requireTrue(String name, String what, Term term) {
        if (term != null && !term.equals(services.getTermBuilder().tt())) {
            throw new IllegalStateException(name + " has a " + what + ": " + term);
        }
    }
}
