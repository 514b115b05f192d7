package org.stillpoint.modelfile.pytorch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.PickleException;

/** The functions that a pickle may call; nothing of PyTorch or Python is behind them. */
enum Known {

    ORDERED_DICTIONARY,
    TENSOR,
    TENSOR_WITH_TYPE,
    PARAMETER;

    /** By their names in Python. */
    static final Map<String, Known> NAMES = Map.of(
            "collections.OrderedDict", ORDERED_DICTIONARY,
            "torch._utils._rebuild_tensor_v2", TENSOR,
            "torch._utils._rebuild_tensor_v3", TENSOR_WITH_TYPE,
            "torch._utils._rebuild_parameter", PARAMETER);

    private static final int TYPE = 6;

    /** @throws PickleException if it takes other arguments */
    Object of(Object[] arguments) {
        return switch (this) {
            case ORDERED_DICTIONARY -> {
                require(arguments.length == 0);
                yield new Dictionary();
            }
            case TENSOR -> {
                require(arguments.length == TYPE || arguments.length == TYPE + 1);
                require(arguments[0] instanceof Storage);
                Storage storage = (Storage) arguments[0];
                yield tensor(storage, storage.type(), arguments);
            }
            case TENSOR_WITH_TYPE -> {
                require(arguments.length == TYPE + 1 || arguments.length == TYPE + 2);
                require(arguments[0] instanceof Storage && arguments[TYPE] instanceof StorageType);
                yield tensor((Storage) arguments[0], (StorageType) arguments[TYPE], arguments);
            }
            case PARAMETER -> {
                require(arguments.length > 0 && arguments[0] instanceof Tensor);
                yield arguments[0];
            }
        };
    }

    private Tensor tensor(Storage storage, StorageType type, Object[] arguments) {
        return new Tensor(storage, type, integer(arguments[1]), integers(arguments[2]), integers(arguments[3]));
    }

    private List<Long> integers(Object argument) {
        require(argument instanceof Object[]);
        List<Long> integers = new ArrayList<>();
        for (Object each : (Object[]) argument) {
            integers.add(integer(each));
        }
        return integers;
    }

    private long integer(Object argument) {
        require(argument instanceof Integer || argument instanceof Long);
        return ((Number) argument).longValue();
    }

    private void require(boolean holds) {
        if (!holds) {
            throw new PickleException("a call with other arguments, expected those of "
                    + NAMES.entrySet().stream().filter(each -> each.getValue() == this).findFirst().orElseThrow().getKey());
        }
    }
}
