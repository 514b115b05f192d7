package org.stillpoint.modelfile.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** What the names of tensors inside nodes begin with. */
final class NodeLabels {

    private NodeLabels() {
    }

    /**
     * What nodes with graphs in them are called: by their names if these are there and differ, else by what they do and their
     * places.
     */
    static Map<NodeProto, String> of(GraphProto proto) {
        Set<String> once = new HashSet<>();
        Set<String> again = new HashSet<>();
        Map<NodeProto, String> labels = new IdentityHashMap<>();
        if (proto.getNodeList().stream().noneMatch(NodeOrder::hasInner)) {
            return labels;
        }
        proto.getNodeList().forEach(node -> (once.add(node.getName()) ? once : again).add(node.getName()));
        for (int i = 0; i < proto.getNodeCount(); i++) {
            NodeProto node = proto.getNode(i);
            if (NodeOrder.hasInner(node)) {
                boolean hasName = !node.getName().isEmpty() && !again.contains(node.getName());
                labels.put(node, TensorList.shortened(hasName ? node.getName() : node.getOpType() + "_" + i));
            }
        }
        return labels;
    }
}
