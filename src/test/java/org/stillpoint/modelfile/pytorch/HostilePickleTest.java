package org.stillpoint.modelfile.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.razorvine.pickle.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.modelfile.Hostile;

/** Pickles that nobody saved: they name things, loop, and ask for memory, and nothing of it happens. */
class HostilePickleTest {

    private static final String NAMED = ", expected tensors, storages and ordered dictionaries only, such as a state_dict: nothing in"
            + " a file is run";

    /** Among them all classes that the library makes by itself. */
    @ParameterizedTest
    @ValueSource(strings = {"os system", "posix system", "builtins eval", "__builtin__ complex", "builtins complex", "array array",
            "array _array_reconstructor", "__builtin__ bytearray", "builtins bytearray", "__builtin__ bytes", "__builtin__ set",
            "builtins set", "datetime datetime", "datetime time", "datetime date", "datetime timedelta", "pytz _UTC", "pytz _p",
            "pytz timezone", "dateutil.tz tzutc", "dateutil.tz tzfile", "dateutil.zoneinfo gettz", "datetime tzinfo",
            "decimal Decimal", "copy_reg _reconstructor", "copyreg _reconstructor", "operator attrgetter", "_codecs encode",
            "exceptions ValueError", "builtins ValueError", "Pyro.core URI", "torch.nn.modules.linear Linear",
            "torch.storage _load_from_bytes", "torch._utils _rebuild_qtensor", "torch.serialization load", "numpy.core.multiarray scalar",
            "torch._utils _rebuild_device_tensor_from_numpy", "torch FloatStorage.__new__", "collections OrderedDict.update"})
    void everyOtherNameIsRefusedWhereItStands(String name) {
        String[] parts = name.split(" ");
        String line = "the name " + parts[0] + "." + parts[1] + NAMED;

        assertRefused(Saved.pickle().name(parts[0], parts[1]), line);
        assertRefused(Saved.pickle().text(parts[0]).text(parts[1]).code("\u0093"), line);
        assertRefused(Saved.pickle().code("(i" + parts[0] + "\n" + parts[1] + "\n"), line);
    }

    @Test
    void aNameOfSeveralLinesOrOfAnyLengthIsShownInOne() {
        assertRefused(Saved.pickle().text("o\ns\u0007").text("system".repeat(1000)).code("\u0093"), "the name o?s?.system");
        assertRefused(Saved.pickle().name("x".repeat(1_000_000), "y"), "the name xxx");
    }

    /** What is left to the library makes only things that are there. */
    @Test
    void everyInstructionIsOneOfTheKnownOnesOrRefused() {
        long refused = IntStream.range(0, 256).filter(code -> Hostile.refusal(new PytorchReader(),
                        Saved.with(Saved.pickle().code("}X\u0000\u0000\u0000\u0000N" + (char) code + "\u0000\u0000\u0000\u0000\n\n.").stop()),
                        Optional.empty())
                .filter(line -> line.contains("the instruction " + code + ", expected those of torch.save only")).isPresent())
                .count();

        assertThat(refused).isEqualTo(256 - READ.length - 1);
    }

    private static final int[] READ = {Opcodes.PROTO, Opcodes.FRAME, Opcodes.STOP, Opcodes.MARK, Opcodes.POP, Opcodes.DUP,
            Opcodes.NONE, Opcodes.NEWTRUE, Opcodes.NEWFALSE, Opcodes.BININT, Opcodes.BININT1, Opcodes.BININT2, Opcodes.BINFLOAT,
            Opcodes.EMPTY_TUPLE, Opcodes.TUPLE, Opcodes.TUPLE1, Opcodes.TUPLE2, Opcodes.TUPLE3, Opcodes.EMPTY_LIST,
            Opcodes.APPEND, Opcodes.APPENDS, Opcodes.BINGET, Opcodes.LONG_BINGET, Opcodes.BINPUT, Opcodes.LONG_BINPUT,
            Opcodes.MEMOIZE, Opcodes.SHORT_BINUNICODE, Opcodes.SHORT_BINBYTES, Opcodes.LONG1, Opcodes.BINUNICODE,
            Opcodes.BINBYTES, Opcodes.LONG4, Opcodes.BINUNICODE8, Opcodes.BINBYTES8, Opcodes.EMPTY_DICT, Opcodes.SETITEM,
            Opcodes.SETITEMS, Opcodes.GLOBAL, Opcodes.STACK_GLOBAL, Opcodes.REDUCE, Opcodes.BUILD, Opcodes.BINPERSID};

    static Stream<Saved> broken() {
        Saved ordered = Saved.pickle().name("collections", "OrderedDict");
        return Stream.of(
                Saved.pickle().code("0"), Saved.pickle().code("t"), Saved.pickle().code("R"), Saved.pickle().code("))R"),
                Saved.pickle().name("torch", "FloatStorage").code(")R"), ordered.code("NR"),
                Saved.pickle().name("collections", "OrderedDict").code("(NtR"),
                Saved.pickle().name("torch._utils", "_rebuild_tensor_v2").code(")R"),
                Saved.pickle().name("torch._utils", "_rebuild_tensor_v2").code("(NNNNNNtR"),
                Saved.pickle().name("torch._utils", "_rebuild_tensor_v3").code("(NNNNNNNtR"),
                Saved.pickle().name("torch._utils", "_rebuild_parameter").code("(NNNtR"),
                Saved.pickle().name("torch._utils", "_rebuild_tensor_v2").code("(").storage("FloatStorage", "0", 1)
                        .code("N))NNtR"),
                Saved.pickle().name("torch._utils", "_rebuild_tensor_v2").code("(").storage("FloatStorage", "0", 1)
                        .integer(0).code("(Nt)NNtR"),
                Saved.pickle().code(")Q"), Saved.pickle().code("NQ"), Saved.pickle().code("](NNu"), Saved.pickle().code("}(Nu"),
                Saved.pickle().code("}NNs"), Saved.pickle().code("}]Ns"), Saved.pickle().code("})Ns"), Saved.pickle().code("}(a"),
                Saved.pickle().code("N}b"), Saved.pickle().code("]}b"), Saved.pickle().code("NNa"), Saved.pickle().code("N(Ne"),
                Saved.pickle().code("h\u0000"), Saved.pickle().code("j").number(-1), Saved.pickle().code("q\u0000"),
                Saved.pickle().code("NN\u0093"), Saved.pickle().code("\u0080\u0009"), Saved.pickle());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatCannotBeDoneIsRefused(Saved pickle) {
        assertRefused(pickle, ": at byte ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X", "B", "\u008B"})
    void lengthsThatAreNotThereAreNotAllocated(String instruction) {
        for (int length : new int[] {10, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            assertRefused(Saved.pickle().code(instruction).number(length),
                    "something longer than what is left, expected at most");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u008D", "\u008E"})
    void longLengthsThatAreNotThereAreNotAllocated(String instruction) {
        for (int length : new int[] {10, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
            assertRefused(Saved.pickle().code(instruction).number(0).number(length), "something longer than what is left");
        }
        assertRefused(Saved.pickle().code("\u008C"), "something longer than what is left");
        assertRefused(Saved.pickle().code("\u008A\u00FF"), "something longer than what is left");
    }

    @Test
    void aListThatContainsItselfIsRefused() {
        assertRefused(Saved.pickle().code("]q\u0000h\u0000a"), "more nesting than 64 deep");
        assertRefused(Saved.pickle().code("}q\u0000").text("a").code("h\u0000s"), "more nesting than 64 deep");
    }

    @Test
    void tuplesInTuplesWithoutEndAreRefused() {
        assertRefused(Saved.pickle().code(")").code("\u0085".repeat(1_000_000)), "more nesting than 64 deep");
    }

    /** Each tuple has the one before three times: of forty there are more paths than anybody can walk. */
    @Test
    void whatIsSmallAndHasMorePathsThanAnybodyCanWalkIsRefused() {
        assertRefused(Saved.pickle().code(")").code("22\u0087".repeat(40)), "more things than 4000000 in each other");
    }

    @Test
    void instructionsWithoutEndAreRefused() {
        assertRefused(Saved.pickle().code("]0".repeat(1_500_000)), "more instructions, expected at most 2000000");
    }

    /** A million dictionaries, each remembered: as much memory as instructions can take. */
    @Test
    void whatTakesTheMostMemoryIsReadWithinBounds() {
        Saved pickle = Saved.pickle();
        for (int i = 0; i < 999_000; i++) {
            pickle.code("}r").number(i);
        }
        assertThat(refusal(pickle)).isEmpty();
    }

    @Test
    void aListThatGrowsByOneAtATimeIsReadInLinearTime() {
        assertThat(refusal(Saved.pickle().code("]").code("(Ne".repeat(600_000)))).isEmpty();
    }

    @Test
    void aPickleThatIsLargerThanAnyOneIsRefused() {
        assertRefused(Saved.pickle().code("B").number(20_000_000).bytes(new byte[20_000_000]).code("0N"),
                "1 entries data.pkl in a folder, expected one of at most 16777216 bytes");
    }

    @Test
    void namesWithoutEndAreRefused() {
        Saved pickle = Saved.pickle().code("}").text("x".repeat(999)).tensor(1, 0, new long[0], new long[0]).code("s");
        assertThat(Hostile.refusal(new PytorchReader(), Saved.with(pickle.stop(), new byte[4]), Optional.empty())).isEmpty();
        assertRefused(Saved.pickle().code("}").text("x".repeat(1000)).code("]s"), "a name of more than 1000 characters");
    }

    private static void assertRefused(Saved pickle, String message) {
        assertThat(refusal(pickle)).hasValueSatisfying(line -> {
            Hostile.assertOneLine(line);
            assertThat(line).contains(message);
        });
    }

    private static Optional<String> refusal(Saved pickle) {
        return Hostile.refusal(new PytorchReader(), Saved.with(pickle.stop()), Optional.empty());
    }
}
