package org.stillpoint.modelfile.onnx.translation;

/**
 * Names of layers: the one that makes the first output of a node is called like that output, which is no other's in the file. The
 * layers that a node needs before have a part in parentheses behind it.
 */
public final class LayerNames {

    private static final String BEFORE = " (";
    private static final String BEHIND = ")";

    private LayerNames() {
    }

    static String part(String output, String part) {
        return output + BEFORE + part + BEHIND;
    }

    /** The first output of the node that a layer comes from. */
    public static String output(String layer) {
        int before = layer.lastIndexOf(BEFORE);
        return layer.endsWith(BEHIND) && before > 0 ? layer.substring(0, before) : layer;
    }
}
