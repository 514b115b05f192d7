package org.stillpoint.proof.smt;

import com.microsoft.z3.ArithExpr;
import com.microsoft.z3.ArithSort;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.IntExpr;
import com.microsoft.z3.Params;
import com.microsoft.z3.RealSort;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Sort;
import com.microsoft.z3.Status;
import com.microsoft.z3.Version;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.proof.rules.KeyTerm;

/**
 * Z3, asked about formulas of the theory over the real numbers: {@code Q} is their sort, {@code qAdd}, {@code qMul}, {@code qNeg}
 * are their operations, {@code qSignum} is their sign and {@code qRatio} their division.
 */
final class Z3 implements AutoCloseable {

    private static final int MILLISECONDS = 20_000;

    private final Context context = new Context();
    private final Map<String, String> variables;

    /**
     * A solver for formulas with some variables.
     *
     * @param variables the sort of those that are not numbers of {@code Q}, by name
     */
    Z3(Map<String, String> variables) {
        this.variables = variables;
    }

    static String version() {
        return Version.getString();
    }

    /** Whether formulas hold together for some values of their variables. */
    Status check(List<KeyTerm> formulas) {
        Solver solver = context.mkSolver();
        Params limit = context.mkParams();
        limit.add("timeout", MILLISECONDS);
        solver.setParameters(limit);
        formulas.forEach(formula -> solver.add(truth(formula)));
        return solver.check();
    }

    private BoolExpr truth(KeyTerm formula) {
        return (BoolExpr) translate(formula);
    }

    private Expr<?> translate(KeyTerm term) {
        if (term.isNumber()) {
            return context.mkInt(term.number());
        }
        if (isEntry(term)) {
            return context.mkRealConst(term.toString());
        }
        Expr<?>[] arguments = term.arguments().stream().map(this::translate).toArray(Expr<?>[]::new);
        return switch (term.symbol()) {
            case "true" -> context.mkTrue();
            case "false" -> context.mkFalse();
            case "qZero" -> context.mkReal(0);
            case "qOne" -> context.mkReal(1);
            case "qAdd", "+" -> context.mkAdd(number(arguments[0]), number(arguments[1]));
            case "qSub", "-" -> context.mkSub(number(arguments[0]), number(arguments[1]));
            case "qMul", "*" -> context.mkMul(number(arguments[0]), number(arguments[1]));
            case "qNeg" -> context.mkUnaryMinus(number(arguments[0]));
            case "qRatio" -> context.mkDiv(context.mkInt2Real((IntExpr) arguments[0]),
                    context.mkInt2Real((IntExpr) arguments[1]));
            case "qSignum" -> sign(number(arguments[0]));
            case "if" -> context.mkITE((BoolExpr) arguments[0], (Expr<Sort>) arguments[1], (Expr<Sort>) arguments[2]);
            case "=" -> context.mkEq(arguments[0], arguments[1]);
            case "!=" -> context.mkNot(context.mkEq(arguments[0], arguments[1]));
            case "<" -> context.mkLt(number(arguments[0]), number(arguments[1]));
            case "<=" -> context.mkLe(number(arguments[0]), number(arguments[1]));
            case ">" -> context.mkGt(number(arguments[0]), number(arguments[1]));
            case ">=" -> context.mkGe(number(arguments[0]), number(arguments[1]));
            case "!" -> context.mkNot((BoolExpr) arguments[0]);
            case "&" -> context.mkAnd((BoolExpr) arguments[0], (BoolExpr) arguments[1]);
            case "|" -> context.mkOr((BoolExpr) arguments[0], (BoolExpr) arguments[1]);
            case "->" -> context.mkImplies((BoolExpr) arguments[0], (BoolExpr) arguments[1]);
            default -> variable(term);
        };
    }

    private Expr<?> variable(KeyTerm term) {
        if (!term.arguments().isEmpty() || !Set.of("Q", "int").contains(variables.getOrDefault(term.symbol(), ""))) {
            throw new IllegalArgumentException("nothing that can be translated: " + term);
        }
        return variables.get(term.symbol()).equals("Q") ? context.mkRealConst(term.symbol()) : context.mkIntConst(term.symbol());
    }

    private static boolean isEntry(KeyTerm term) {
        return term.symbol().equals("at") && term.argument(1).isNumber();
    }

    private IntExpr sign(ArithExpr<?> number) {
        ArithExpr<RealSort> value = (ArithExpr<RealSort>) number;
        return (IntExpr) context.mkITE(context.mkGt(value, context.mkReal(0)), context.mkInt(1),
                context.mkITE(context.mkLt(value, context.mkReal(0)), context.mkInt(-1), context.mkInt(0)));
    }

    private static <R extends ArithSort> ArithExpr<R> number(Expr<?> expression) {
        return (ArithExpr<R>) expression;
    }

    @Override
    public void close() {
        context.close();
    }
}
