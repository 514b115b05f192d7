package org.stillpoint.properties;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last line of a property from which an assertion begins, there or in a method of its class that it calls; as its compiled
 * code has it.
 */
final class FinalAssertion {

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+");
    private static final ConcurrentMap<Class<?>, JavaClass> CLASSES = new ConcurrentHashMap<>();

    private FinalAssertion() {
    }

    /** The place of the assertion, as {@link #place} has it; empty if the property asserts nothing. */
    static Optional<String> of(Method property) {
        JavaClass type = CLASSES.computeIfAbsent(property.getDeclaringClass(), each -> new ClassFileImporter().importClass(each));
        return method(type, property.getName()).getMethodCallsFromSelf().stream()
                .filter(call -> asserts(call, type, new HashSet<>()))
                .max(Comparator.comparing(JavaMethodCall::getLineNumber))
                .map(call -> place(type.getName(), property.getName(), call.getLineNumber()));
    }

    private static JavaMethod method(JavaClass type, String name) {
        return type.getMethods().stream().filter(method -> method.getName().equals(name)).findFirst().orElseThrow();
    }

    private static boolean asserts(JavaMethodCall call, JavaClass type, Set<String> seen) {
        if (call.getTargetOwner().isEquivalentTo(Reached.class)) {
            return true;
        }
        return call.getTargetOwner().equals(type) && seen.add(call.getName())
                && method(type, call.getName()).getMethodCallsFromSelf().stream().anyMatch(inner -> asserts(inner, type, seen));
    }

    /** The line of a method, also if it is in a lambda of the method. */
    static String place(StackWalker.StackFrame frame) {
        Matcher lambda = LAMBDA.matcher(frame.getMethodName());
        return place(frame.getClassName(), lambda.matches() ? lambda.group(1) : frame.getMethodName(), frame.getLineNumber());
    }

    private static String place(String type, String method, int line) {
        return type + "." + method + ":" + line;
    }
}
