package org.stillpoint.kernel.graph;

/**
 * Straight-line code. The first slots are given: the state (parameters, velocities), then what a feed provides. Each later slot
 * holds what its operation makes of three earlier ones. The four arrays have an entry for each slot; those of the slots given are
 * not used.
 */
public final /*@ nullable_by_default @*/ class Program {

    public final int given;
    public final Operation[] operations;
    public final int[] a;
    public final int[] b;
    public final int[] c;

    /*@ public normal_behavior
      @ ensures this.given == given && this.operations == operations && this.a == a && this.b == b && this.c == c;
      @ assignable \nothing;
      @*/
    public /*@ helper @*/ Program(int given, Operation[] operations, int[] a, int[] b, int[] c) {
        this.given = given;
        this.operations = operations;
        this.a = a;
        this.b = b;
        this.c = c;
    }

    /** A program with these parts. */
    /*@ public normal_behavior
      @ requires operations != null && a != null && b != null && c != null && 0 <= given && given <= operations.length;
      @ requires a.length == operations.length && b.length == operations.length && c.length == operations.length;
      @ requires (\forall int k; given <= k && k < operations.length; operations[k] != null);
      @ ensures \fresh(\result) && \dl_isProgram(\result) && \result.given == given && \result.operations == operations;
      @ ensures \result.a == a && \result.b == b && \result.c == c;
      @ assignable \nothing;
      @*/
    public static /*@ helper @*/ Program of(int given, Operation[] operations, int[] a, int[] b, int[] c) {
        return new Program(given, operations, a, b, c);
    }

    /** The values of the slots given, before those of the others. */
    /*@ public normal_behavior
      @ requires \dl_isProgram(p) && \dl_isFilled(start) && start.length == p.given;
      @ ensures \fresh(\result) && \result != null && \result.length == p.operations.length;
      @ ensures \typeof(\result) == \type(Object[]);
      @ ensures (\forall int k; 0 <= k && k < p.given; \result[k] != null
      @     && \dl_content(\result[k]) == \old(\dl_slotContent(\dl_codeOf(p), \dl_contents(start), k)));
      @ assignable \nothing;
      @*/
    public static Object[] begin(Program p, Object[] start) {
        Object[] values = new Object[p.operations.length];
        /*@ loop_invariant 0 <= s && s <= p.given && \dl_atSlot(s);
          @ loop_invariant (\forall int k; 0 <= k && k < s; values[k] != null
          @     && \dl_content(values[k]) == \old(\dl_slotContent(\dl_codeOf(p), \dl_contents(start), k)));
          @ assignable values[*];
          @ decreases p.given - s;
          @*/
        for (int s = 0; s < p.given; s++) {
            values[s] = start[s];
        }
        return values;
    }

    /** The value of an operation at the values of three slots, if it takes them. */
    /*@ public normal_behavior
      @ requires operation != null && values != null && 0 <= a && a < values.length && 0 <= b && b < values.length;
      @ requires 0 <= c && c < values.length && values[a] != null && values[b] != null && values[c] != null;
      @ requires \dl_takesOperands(operation, \dl_content(values[a]), \dl_content(values[b]), \dl_content(values[c]));
      @ ensures \result != null && \dl_content(\result)
      @     == \dl_applied(operation, \dl_content(values[a]), \dl_content(values[b]), \dl_content(values[c]));
      @ assignable \strictly_nothing;
      @*/
    public static Object apply(Operation operation, Object[] values, int a, int b, int c) {
        return operation.apply(values[a], values[b], values[c]);
    }

    /** The values of all slots, if no operation refuses its operands. */
    /*@ public normal_behavior
      @ requires \dl_isProgram(p) && \dl_inOrder(\dl_codeOf(p)) && \dl_isFilled(start) && start.length == p.given;
      @ requires \dl_takesAll(\dl_codeOf(p), \dl_contents(start));
      @ ensures \fresh(\result) && \dl_isFilled(\result) && \result.length == p.operations.length;
      @ ensures (\forall int k; 0 <= k && k < \result.length;
      @     \dl_content(\result[k]) == \old(\dl_slotContent(\dl_codeOf(p), \dl_contents(start), k)));
      @ assignable \nothing;
      @*/
    public static Object[] run(Program p, Object[] start) {
        Object[] values = begin(p, start);
        /*@ loop_invariant p.given <= s && s <= p.operations.length && \dl_atSlot(s);
          @ loop_invariant (\forall int k; 0 <= k && k < s; values[k] != null
          @     && \dl_content(values[k]) == \old(\dl_slotContent(\dl_codeOf(p), \dl_contents(start), k)));
          @ assignable values[*];
          @ decreases p.operations.length - s;
          @*/
        for (int s = p.given; s < p.operations.length; s++) {
            values[s] = apply(p.operations[s], values, p.a[s], p.b[s], p.c[s]);
        }
        return values;
    }
}
