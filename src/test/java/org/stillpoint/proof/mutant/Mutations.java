package org.stillpoint.proof.mutant;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.stillpoint.proof.prover.Specification;

/**
 * Every mistake that the operators below make in the methods of some sources. Mistakes that would change nothing, such as one
 * array's length for another's of equal length, or be another one again, are left out.
 */
final class Mutations extends TreePathScanner<Void, Void> {

    private static final String FRACTION = "org.hipparchus.fraction.BigFraction";
    private static final Map<String, String> OTHER_CALL =
            Map.of("add", "multiply", "multiply", "add", "getZero", "getOne", "getOne", "getZero");
    private static final Map<Tree.Kind, String> OPPOSITE = Map.of(Tree.Kind.GREATER_THAN, "<", Tree.Kind.LESS_THAN, ">",
            Tree.Kind.GREATER_THAN_EQUAL, "<", Tree.Kind.LESS_THAN_EQUAL, ">", Tree.Kind.EQUAL_TO, "!=", Tree.Kind.NOT_EQUAL_TO,
            "==");
    private static final Map<Tree.Kind, String> OTHER_SIGN = Map.of(Tree.Kind.PLUS, "-", Tree.Kind.MINUS, "+");

    private final Trees trees;
    private final JavacTask task;
    private final CompilationUnitTree unit;
    private final Path file;
    private final String text;
    private final List<Mutation> found = new ArrayList<>();
    private MethodTree method;
    private String contract;

    private Mutations(JavacTask task, CompilationUnitTree unit) {
        this.task = task;
        this.trees = Trees.instance(task);
        this.unit = unit;
        this.file = Path.of(unit.getSourceFile().toUri());
        this.text = Specification.read(file);
    }

    static List<Mutation> in(List<Path> sources) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Mutation> mutations = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, null, List.of("-proc:none"), null,
                    files.getJavaFileObjectsFromPaths(sources));
            Iterable<? extends CompilationUnitTree> units = task.parse();
            task.analyze();
            for (CompilationUnitTree unit : units) {
                Mutations scanner = new Mutations(task, unit);
                scanner.scan(unit, null);
                mutations.addAll(scanner.found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mutations;
    }

    /** Those that the compiler accepts. */
    static List<Mutation> compiling(List<Mutation> mutations) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            return mutations.stream().filter(mutation -> compiles(compiler, files, mutation)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean compiles(JavaCompiler compiler, StandardJavaFileManager files, Mutation mutation) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        String name = mutation.file().getFileName().toString();
        SimpleJavaFileObject source = new SimpleJavaFileObject(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return mutation.apply(Specification.read(mutation.file()));
            }
        };
        try {
            ((JavacTask) compiler.getTask(null, files, diagnostics, List.of("-proc:none"), null, List.of(source))).analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return diagnostics.getDiagnostics().stream().noneMatch(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR);
    }

    @Override
    public Void visitMethod(MethodTree declaration, Void nothing) {
        Element element = trees.getElement(getCurrentPath());
        String type = element.getEnclosingElement().getSimpleName().toString();
        method = declaration;
        contract = type + "." + (element.getKind() == ElementKind.CONSTRUCTOR ? type : element.getSimpleName());
        return declaration.getBody() == null ? null : scan(declaration.getBody(), null);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (call.getMethodSelect() instanceof MemberSelectTree select) {
            String name = select.getIdentifier().toString();
            String receiver = text(select.getExpression());
            if (type(select.getExpression()).equals(FRACTION) && arguments.size() == 1) {
                add("factor or summand dropped", call, receiver);
                add("factor or summand dropped", call, text(arguments.get(0)));
            } else if (type(select.getExpression()).equals(FRACTION) && name.equals("negate")) {
                add("negation dropped", call, receiver);
            }
            if (OTHER_CALL.containsKey(name) && type(call).equals(FRACTION)) {
                int end = end(select);
                add(name.startsWith("get") ? "zero and one exchanged" : "addition and multiplication exchanged",
                        end - name.length(), end, OTHER_CALL.get(name));
            }
        }
        arguments.stream().filter(argument -> !type(call).equals(FRACTION) && type(argument).equals(type(call))
                        && !(getCurrentPath().getParentPath().getLeaf() instanceof AssignmentTree assignment
                                && text(assignment.getVariable()).equals(text(argument)))).findFirst()
                .ifPresent(argument -> add("call skipped", call, text(argument)));
        return super.visitMethodInvocation(call, nothing);
    }

    @Override
    public Void visitArrayAccess(ArrayAccessTree access, Void nothing) {
        ExpressionTree index = access.getIndex();
        if (index instanceof BinaryTree sum && OTHER_SIGN.containsKey(sum.getKind())) {
            exchangeOperator("index shifted", sum, OTHER_SIGN.get(sum.getKind()));
        } else if (index instanceof IdentifierTree) {
            add("index shifted", index, text(index) + " + 1");
            add("index fixed", index, "0");
        }
        return super.visitArrayAccess(access, nothing);
    }

    @Override
    public Void visitIdentifier(IdentifierTree name, Void nothing) {
        if (!isLengthOf(name) && trees.getElement(getCurrentPath()).getKind() == ElementKind.PARAMETER) {
            List<? extends VariableTree> alike = method.getParameters().stream()
                    .filter(parameter -> type(parameter).equals(type(name))).toList();
            List<String> names = alike.stream().map(parameter -> parameter.getName().toString()).toList();
            if (names.size() > 1) {
                add("another parameter", name, names.get((names.indexOf(text(name)) + 1) % names.size()));
            }
        }
        return super.visitIdentifier(name, nothing);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
        Element field = trees.getElement(getCurrentPath());
        if (field != null && field.getKind() == ElementKind.FIELD && field.getEnclosingElement() != null && !isLengthOf(select)) {
            String name = select.getIdentifier().toString();
            field.getEnclosingElement().getEnclosedElements().stream()
                    .filter(other -> other.getKind() == ElementKind.FIELD && other != field
                            && task.getTypes().isSameType(other.asType(), field.asType()))
                    .findFirst().ifPresent(other ->
                            add("another field", end(select) - name.length(), end(select), other.getSimpleName().toString()));
        }
        return super.visitMemberSelect(select, nothing);
    }

    @Override
    public Void visitForLoop(ForLoopTree loop, Void nothing) {
        if (loop.getInitializer().size() == 1 && loop.getInitializer().get(0) instanceof VariableTree counter
                && text(counter.getInitializer()).equals("0")) {
            add("first turn skipped", counter.getInitializer(), "1");
        }
        if (loop.getCondition() instanceof BinaryTree bound) {
            if (bound.getKind() == Tree.Kind.LESS_THAN) {
                exchangeOperator("one turn too many", bound, "<=");
                add("last turn skipped", bound.getRightOperand(), text(bound.getRightOperand()) + " - 1");
            } else if (bound.getKind() == Tree.Kind.GREATER_THAN_EQUAL) {
                exchangeOperator("last turn skipped", bound, ">");
            }
        }
        return super.visitForLoop(loop, nothing);
    }

    @Override
    public Void visitIf(IfTree branch, Void nothing) {
        exchangeComparison(branch.getCondition());
        String then = text(branch.getThenStatement()).replaceAll("[{}\\s]", "");
        if (then.equals("returntrue;") || then.equals("returnfalse;")) {
            letMorePass(branch.getCondition(), then.equals("returntrue;"));
        }
        return super.visitIf(branch, nothing);
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree branch, Void nothing) {
        exchangeComparison(branch.getCondition());
        return super.visitConditionalExpression(branch, nothing);
    }

    @Override
    public Void visitReturn(ReturnTree statement, Void nothing) {
        if (type(statement.getExpression()).equals(FRACTION) && !text(statement.getExpression())
                .matches(".*get(Zero|One)\\(\\)")) {
            add("constant returned", statement.getExpression(),
                    "org.hipparchus.fraction.BigFractionField.getInstance().getZero()");
        }
        if (type(statement.getExpression()).equals("boolean")) {
            letMorePass(statement.getExpression(), true);
            if (text(statement.getExpression()).equals("false")) {
                add("true returned", statement.getExpression(), "true");
            }
        }
        return super.visitReturn(statement, nothing);
    }

    @Override
    public Void visitExpressionStatement(ExpressionStatementTree statement, Void nothing) {
        if (statement.getExpression() instanceof AssignmentTree) {
            add("assignment skipped", statement, ";");
        }
        return super.visitExpressionStatement(statement, nothing);
    }

    private void exchangeComparison(ExpressionTree condition) {
        ExpressionTree inner = condition instanceof ParenthesizedTree parentheses ? parentheses.getExpression() : condition;
        if (inner instanceof BinaryTree comparison && OPPOSITE.containsKey(comparison.getKind())) {
            exchangeOperator("comparison turned round", comparison, OPPOSITE.get(comparison.getKind()));
        }
    }

    /**
     * Makes a condition weaker that lets something pass, or one stronger that stops it: drops one of several conditions, or
     * shifts a bound by one. What stops more is no mistake, since a check promises something only of what passes.
     */
    private void letMorePass(ExpressionTree condition, boolean passes) {
        if (condition instanceof ParenthesizedTree parentheses) {
            letMorePass(parentheses.getExpression(), passes);
        } else if (condition.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
            letMorePass(((UnaryTree) condition).getExpression(), !passes);
        } else if (condition.getKind() == Tree.Kind.CONDITIONAL_AND || condition.getKind() == Tree.Kind.CONDITIONAL_OR) {
            BinaryTree both = (BinaryTree) condition;
            letMorePass(both.getLeftOperand(), passes);
            letMorePass(both.getRightOperand(), passes);
            if (condition.getKind() == (passes ? Tree.Kind.CONDITIONAL_AND : Tree.Kind.CONDITIONAL_OR)) {
                add("condition dropped", both, text(both.getLeftOperand()));
                if (both.getLeftOperand().getKind() != both.getKind()) {
                    add("condition dropped", both, text(both.getRightOperand()));
                }
            }
        } else if (condition.getKind() == (passes ? Tree.Kind.LESS_THAN : Tree.Kind.GREATER_THAN_EQUAL)) {
            exchangeOperator("bound shifted", (BinaryTree) condition, passes ? "<=" : ">");
        }
    }

    private void exchangeOperator(String operator, BinaryTree binary, String sign) {
        int left = end(binary.getLeftOperand());
        add(operator, left, start(binary.getRightOperand()), " " + sign + " ");
    }

    private boolean isLengthOf(Tree tree) {
        TreePath parent = getCurrentPath().getParentPath();
        return parent.getLeaf() instanceof MemberSelectTree select && select.getExpression() == tree && select.getIdentifier()
                .contentEquals("length");
    }

    /** The type of an expression or variable, as text. */
    private String type(Tree tree) {
        TreePath path = TreePath.getPath(unit, tree);
        TypeMirror type = trees.getTypeMirror(path);
        return type == null ? "" : type.toString();
    }

    private void add(String operator, Tree replaced, String added) {
        add(operator, start(replaced), end(replaced), added);
    }

    private void add(String operator, int start, int end, String added) {
        int line = Math.toIntExact(unit.getLineMap().getLineNumber(start));
        found.add(new Mutation(contract, operator, file, start, end, line, text.substring(start, end), added));
    }

    private String text(Tree tree) {
        return text.substring(start(tree), end(tree));
    }

    private int start(Tree tree) {
        return Math.toIntExact(trees.getSourcePositions().getStartPosition(unit, tree));
    }

    private int end(Tree tree) {
        return Math.toIntExact(trees.getSourcePositions().getEndPosition(unit, tree));
    }
}
