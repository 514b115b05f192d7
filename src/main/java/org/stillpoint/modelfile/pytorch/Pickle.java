package org.stillpoint.modelfile.pytorch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;
import org.stillpoint.format.FormatException;
import org.stillpoint.format.Quoted;

/**
 * Reads a pickle of torch.save. What the library does by itself is left to it only where it makes numbers, strings, tuples and
 * lists of what is there; every name is looked up here, and none but {@link Known} ones and storages stand for anything. The
 * library's own registry of classes is never asked.
 */
final class Pickle extends Unpickler {

    private static final int MAX_STEPS = 2_000_000;
    private static final int PERSISTENT_PARTS = 5;

    private final PickleBytes bytes;
    private int steps;

    private Pickle(PickleBytes bytes) {
        this.bytes = bytes;
    }

    /**
     * What the pickle describes: a {@link Tensor}, {@link Dictionary}, list, array of objects, string, number, or something else
     * without tensors.
     *
     * @param name what errors call it by
     * @throws FormatException if it is not well-formed, or names anything else
     */
    static Object read(String name, byte[] content) {
        Pickle pickle = new Pickle(new PickleBytes(content));
        try {
            return pickle.load(pickle.bytes);
        } catch (PickleException e) {
            throw pickle.error(name, e.getMessage());
        } catch (IndexOutOfBoundsException | ClassCastException e) {
            throw pickle.error(name, "an instruction without what it needs, expected a pickle that torch.save has written");
        } catch (IOException e) {
            throw pickle.error(name, "the end, expected more");
        }
    }

    private FormatException error(String name, String what) {
        return new FormatException(name + ": at byte " + bytes.place() + ": " + what);
    }

    @Override
    protected Object dispatch(short key) throws IOException {
        if (++steps > MAX_STEPS) {
            throw new PickleException("more instructions, expected at most " + MAX_STEPS);
        }
        switch (key) {
            case Opcodes.PROTO, Opcodes.FRAME, Opcodes.STOP, Opcodes.MARK, Opcodes.POP, Opcodes.DUP, Opcodes.NONE,
                    Opcodes.NEWTRUE, Opcodes.NEWFALSE, Opcodes.BININT, Opcodes.BININT1, Opcodes.BININT2, Opcodes.BINFLOAT,
                    Opcodes.EMPTY_TUPLE, Opcodes.TUPLE, Opcodes.TUPLE1, Opcodes.TUPLE2, Opcodes.TUPLE3, Opcodes.EMPTY_LIST,
                    Opcodes.BINGET, Opcodes.LONG_BINGET, Opcodes.BINPUT, Opcodes.LONG_BINPUT,
                    Opcodes.MEMOIZE -> {
                return super.dispatch(key);
            }
            case Opcodes.SHORT_BINUNICODE, Opcodes.SHORT_BINBYTES, Opcodes.LONG1 -> {
                return counted(key, 1);
            }
            case Opcodes.BINUNICODE, Opcodes.BINBYTES, Opcodes.LONG4 -> {
                return counted(key, Integer.BYTES);
            }
            case Opcodes.BINUNICODE8, Opcodes.BINBYTES8 -> {
                return counted(key, Long.BYTES);
            }
            case Opcodes.EMPTY_DICT -> stack.add(new Dictionary());
            case Opcodes.SETITEM -> {
                Object value = stack.pop();
                Object itemKey = stack.pop();
                dictionary().putAll(items(itemKey, value));
            }
            case Opcodes.SETITEMS -> {
                List<Object> items = stack.pop_all_since_marker();
                dictionary().putAll(items);
            }
            case Opcodes.APPEND -> {
                Object item = stack.pop();
                list().add(item);
            }
            case Opcodes.APPENDS -> {
                List<Object> items = stack.pop_all_since_marker();
                list().addAll(items);
            }
            case Opcodes.GLOBAL -> stack.add(named(PickleUtils.readline(input), PickleUtils.readline(input)));
            case Opcodes.STACK_GLOBAL -> {
                String name = (String) stack.pop();
                stack.add(named((String) stack.pop(), name));
            }
            case Opcodes.REDUCE -> {
                Object arguments = stack.pop();
                stack.add(called(stack.pop(), arguments));
            }
            case Opcodes.BUILD -> {
                stack.pop();
                dictionary();
            }
            case Opcodes.BINPERSID -> stack.add(storage(stack.pop()));
            case Opcodes.INST -> {
                named(PickleUtils.readline(input), PickleUtils.readline(input));
                throw unexpected(key);
            }
            default -> throw unexpected(key);
        }
        return NO_RETURN_VALUE;
    }

    /** An instruction whose operand begins with its length, which has to be there. */
    private Object counted(short key, int lengthBytes) throws IOException {
        long length = bytes.next(lengthBytes);
        if (length < 0 || length > bytes.available() - lengthBytes) {
            throw new PickleException("something longer than what is left, expected at most " + bytes.available() + " bytes");
        }
        return super.dispatch(key);
    }

    private static List<Object> items(Object key, Object value) {
        List<Object> items = new ArrayList<>();
        items.add(key);
        items.add(value);
        return items;
    }

    /** On top of the stack. Attributes that a state sets on one are no entries of it. */
    private Dictionary dictionary() {
        if (stack.peek() instanceof Dictionary dictionary) {
            return dictionary;
        }
        throw new PickleException("a state or an item for something else, expected a dictionary");
    }

    /** On top of the stack. */
    @SuppressWarnings("unchecked")
    private List<Object> list() {
        if (stack.peek() instanceof List<?> list) {
            return (List<Object>) list;
        }
        throw new PickleException("an item for something else, expected a list");
    }

    private static Object called(Object function, Object arguments) {
        if (function instanceof Known known && arguments instanceof Object[] tuple) {
            return known.of(tuple);
        }
        throw new PickleException("a call of something else, expected tensors and ordered dictionaries");
    }

    /** What a name of Python stands for here. */
    private static Object named(String module, String name) {
        String known = module + "." + name;
        Known function = Known.NAMES.get(known);
        if (function != null) {
            return function;
        }
        Optional<StorageType> type = StorageType.named(known);
        return type.orElseThrow(() -> new PickleException("the name " + Quoted.plain(known)
                + ", expected tensors, storages and ordered dictionaries only, such as a state_dict: nothing in a file is run"));
    }

    private static Storage storage(Object id) {
        if (id instanceof Object[] parts && parts.length == PERSISTENT_PARTS && "storage".equals(parts[0])
                && parts[1] instanceof StorageType type && parts[2] instanceof String key
                && (parts[4] instanceof Integer || parts[4] instanceof Long)) {
            return new Storage(type, key, ((Number) parts[4]).longValue());
        }
        throw new PickleException("an identifier of something else, expected one of a storage");
    }

    private static PickleException unexpected(short key) {
        return new PickleException("the instruction " + key
                + ", expected those of torch.save only: numbers, strings, tuples, lists, dictionaries and tensors");
    }
}
