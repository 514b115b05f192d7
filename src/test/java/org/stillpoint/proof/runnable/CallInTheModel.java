package org.stillpoint.proof.runnable;

import de.uka.ilkd.key.logic.Term;
import de.uka.ilkd.key.logic.op.LocationVariable;
import de.uka.ilkd.key.logic.op.Operator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.stillpoint.contract.Heap;
import org.stillpoint.contract.Heap.Reference;
import org.stillpoint.contract.Snapshot;
import org.stillpoint.proof.model.Evaluator;
import org.stillpoint.proof.model.Evaluator.Range;
import org.stillpoint.proof.prover.ContractAsRead;

/** One call of a method with which the parts of its contract, as KeY has them, are true or false in the model of the theory. */
final class CallInTheModel {

    private static final Evaluator EVALUATOR = new Evaluator(Range.of(-2, 9));

    private final ContractAsRead contract;
    private final List<Object> call;
    private final Map<Operator, Object> values = new HashMap<>();

    /** @param call the arguments, after the receiver of a method that is not static */
    CallInTheModel(ContractAsRead contract, List<Object> call) {
        this.contract = contract;
        this.call = call;
        Iterator<Object> arguments = call.iterator();
        if (contract.variables().self != null && !contract.contract().getTarget().isConstructor()) {
            assign(contract.variables().self, arguments.next());
        }
        contract.variables().params.forEach(parameter -> assign(parameter, arguments.next()));
        Heap before = Snapshot.of(call.toArray());
        values.put(contract.heap(), before);
        values.put(contract.heapBefore(), before);
    }

    /** The same after the method has returned. */
    CallInTheModel returned(Object result) {
        CallInTheModel after = new CallInTheModel(contract, call);
        after.values.putAll(values);
        List<Object> reachable = new ArrayList<>(call);
        reachable.add(result);
        after.values.put(contract.heap(), Snapshot.of(reachable.toArray()));
        after.assign(contract.contract().getTarget().isConstructor() ? contract.variables().self : contract.variables().result,
                result);
        after.values.put(contract.variables().exception, Reference.NULL);
        return after;
    }

    private void assign(LocationVariable variable, Object value) {
        values.put(variable, value instanceof Integer number ? BigInteger.valueOf(number) : value instanceof Boolean ? value
                : new Reference(value));
    }

    boolean holds(Term part) {
        Map<Operator, Object> all = new HashMap<>(values);
        addLimitsOfInt(part, all);
        return EVALUATOR.holds(part, all);
    }

    /**
     * What the model, whose integers have no limits, says nothing of: the largest int, and that all integers that it tries are in
     * its limits.
     */
    private static void addLimitsOfInt(Term term, Map<Operator, Object> values) {
        switch (term.op().name().toString()) {
            case "java.lang.Integer::MAX_VALUE" -> values.put(term.op(), BigInteger.valueOf(Integer.MAX_VALUE));
            case "inInt" -> values.put(term.op(), true);
            default -> term.subs().forEach(part -> addLimitsOfInt(part, values));
        }
    }
}
