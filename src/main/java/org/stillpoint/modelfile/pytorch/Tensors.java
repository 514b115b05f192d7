package org.stillpoint.modelfile.pytorch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;

/** The tensors in nested dictionaries, lists and tuples, under the keys and positions on the way to them, joined by dots. */
final class Tensors {

    private static final int MAX_NESTING = 64;
    private static final int MAX_VISITS = 4_000_000;
    private static final int MAX_TENSORS = 100_000;
    private static final int MAX_NAME = 1000;
    private static final String ONLY = "tensor";

    private final String file;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private int visits;

    private Tensors(String file) {
        this.file = file;
    }

    /**
     * Collects all of them; what is no tensor is passed over.
     *
     * @param root what a pickle describes
     * @throws FormatException if two have one name, or there is too much of anything, as where a list contains itself
     */
    static Map<String, Tensor> in(String file, Object root) {
        Tensors tensors = new Tensors(file);
        tensors.visit("", root, 0);
        return tensors.tensors;
    }

    private void visit(String name, Object value, int nesting) {
        require(++visits <= MAX_VISITS, "more things than " + MAX_VISITS + " in each other, expected fewer");
        if (value instanceof Tensor tensor) {
            add(name.isEmpty() ? ONLY : name, tensor);
        } else if (value instanceof Dictionary dictionary) {
            requireNesting(nesting);
            dictionary.items().forEach((key, item) -> visit(joined(name, item, String.valueOf(key)), item, nesting + 1));
        } else if (value instanceof List<?> list) {
            requireNesting(nesting);
            for (int i = 0; i < list.size(); i++) {
                visit(joined(name, list.get(i), String.valueOf(i)), list.get(i), nesting + 1);
            }
        } else if (value instanceof Object[] tuple) {
            requireNesting(nesting);
            for (int i = 0; i < tuple.length; i++) {
                visit(joined(name, tuple[i], String.valueOf(i)), tuple[i], nesting + 1);
            }
        }
    }

    private void add(String name, Tensor tensor) {
        require(tensors.size() < MAX_TENSORS, "more tensors than " + MAX_TENSORS + ", expected fewer");
        require(tensors.put(name, tensor) == null, "two tensors " + Quoted.of(name) + ", expected different names");
    }

    /** Only what may be or have a tensor needs a name. */
    private String joined(String name, Object value, String key) {
        if (!(value instanceof Tensor || value instanceof Dictionary || value instanceof List || value instanceof Object[])) {
            return "";
        }
        require(name.length() + key.length() < MAX_NAME, "a name of more than " + MAX_NAME
                + " characters, expected a shorter one");
        return name.isEmpty() ? key : name + "." + key;
    }

    private void requireNesting(int nesting) {
        require(nesting < MAX_NESTING, "more nesting than " + MAX_NESTING + " deep, expected less");
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw new FormatException(file + ": " + what);
        }
    }
}
