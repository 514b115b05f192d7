package org.stillpoint.proof.prover;

import de.uka.ilkd.key.control.KeYEnvironment;
import de.uka.ilkd.key.java.NonTerminalProgramElement;
import de.uka.ilkd.key.java.ProgramElement;
import de.uka.ilkd.key.java.StatementBlock;
import de.uka.ilkd.key.java.abstraction.KeYJavaType;
import de.uka.ilkd.key.java.declaration.FieldDeclaration;
import de.uka.ilkd.key.java.declaration.MemberDeclaration;
import de.uka.ilkd.key.java.declaration.TypeDeclaration;
import de.uka.ilkd.key.java.statement.JmlAssert;
import de.uka.ilkd.key.java.statement.LoopStatement;
import de.uka.ilkd.key.java.statement.MergePointStatement;
import de.uka.ilkd.key.java.statement.SetStatement;
import de.uka.ilkd.key.logic.op.IObserverFunction;
import de.uka.ilkd.key.logic.op.IProgramMethod;
import de.uka.ilkd.key.proof.mgt.SpecificationRepository;
import de.uka.ilkd.key.speclang.ClassAxiom;
import de.uka.ilkd.key.speclang.Contract;
import de.uka.ilkd.key.speclang.FunctionalOperationContract;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What KeY has read of some classes besides one contract of each method and an invariant of each loop. */
final class OtherSpecifications {

    /**
     * What KeY has of each class: that its invariant stands for its parts, and that a call in a formula stands for the method.
     */
    private static final Pattern OF_EACH_CLASS =
            Pattern.compile("(?:Free )?(?:static )?class invariant axiom for .*|Query axiom for .*", Pattern.CASE_INSENSITIVE);
    private static final String STUBS = "org.hipparchus";

    private final KeYEnvironment<?> environment;
    private final SpecificationRepository repository;
    private final SortedSet<String> found = new TreeSet<>();

    OtherSpecifications(KeYEnvironment<?> environment, String kernel) {
        this.environment = environment;
        repository = environment.getSpecificationRepository();
        for (KeYJavaType type : environment.getJavaInfo().getAllKeYJavaTypes()) {
            if ((type.getFullName().startsWith(kernel) || type.getFullName().startsWith(STUBS))
                    && type.getJavaType() instanceof TypeDeclaration declaration) {
                addClass(type, declaration);
            }
        }
    }

    SortedSet<String> found() {
        return found;
    }

    private void addClass(KeYJavaType type, TypeDeclaration declaration) {
        repository.getClassInvariants(type).forEach(invariant -> add(type, "invariant " + invariant.getOriginalInv()));
        for (ClassAxiom axiom : repository.getClassAxioms(type)) {
            if (axiom.getKJT() == type && !OF_EACH_CLASS.matcher(axiom.getName()).matches()) {
                add(type, axiom.getName());
            }
        }
        for (IObserverFunction target : repository.getContractTargets(type)) {
            addContracts(type, target);
        }
        for (MemberDeclaration member : declaration.getMembers()) {
            addMember(type, member);
        }
    }

    private void addContracts(KeYJavaType type, IObserverFunction target) {
        List<Contract> contracts = new ArrayList<>();
        repository.getContracts(type, target).forEach(contracts::add);
        if (contracts.size() > 1 || !(target instanceof IProgramMethod)) {
            add(type, contracts.size() + " contracts of " + target.name());
        }
        for (Contract contract : contracts) {
            if (contract instanceof FunctionalOperationContract functional) {
                found.addAll(new ContractAsRead(type.getName() + "." + functional.getTarget().getName(), functional,
                        environment.getServices()).others());
            } else {
                add(type, contract.getDisplayName());
            }
        }
    }

    private void addMember(KeYJavaType type, MemberDeclaration member) {
        if (member instanceof FieldDeclaration field && (field.isGhost() || field.isModel())) {
            add(type, (field.isGhost() ? "ghost" : "model") + " field " + field.getFieldSpecifications().get(0).getProgramName());
        }
        if (member instanceof IProgramMethod method && method.isModel()) {
            add(type, "model method " + method.getName());
        }
        if (member instanceof IProgramMethod method && method.getBody() != null) {
            addStatements(type, method.getName(), method.getBody());
        }
    }

    private void addStatements(KeYJavaType type, String method, ProgramElement element) {
        if (element instanceof JmlAssert || element instanceof SetStatement || element instanceof MergePointStatement) {
            add(type, "statement in " + method + ": " + element);
        }
        if (element instanceof StatementBlock block
                && !(repository.getBlockContracts(block).isEmpty() && repository.getLoopContracts(block).isEmpty())) {
            add(type, "contract of a block in " + method);
        }
        if (element instanceof LoopStatement loop && !repository.getLoopContracts(loop).isEmpty()) {
            add(type, "contract of a loop in " + method);
        }
        if (element instanceof NonTerminalProgramElement parent) {
            for (int i = 0; i < parent.getChildCount(); i++) {
                addStatements(type, method, parent.getChildAt(i));
            }
        }
    }

    private void add(KeYJavaType type, String what) {
        found.add(type.getName() + ": " + what);
    }
}
